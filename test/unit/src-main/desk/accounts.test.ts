import { beforeEach, describe, expect, test } from 'vitest'
import type { Conversation } from '../../../../src-main/core/conversation/conversation'
import { privateChat } from '../../../../src-main/core/conversation/message'
import { type DeskState, emptyDesk } from '../../../../src-main/core/desk/state'
import type { OutboxEntry } from '../../../../src-main/core/outbox/entry'
import { Refusal } from '../../../../src-main/core/refusal'
import type { Account } from '../../../../src-preload/contract/session'
import { anna, chatId, helper, mira, nine } from '../core/desk-on-paper'
import { recordingDesk } from './recording-desk'
import { SteeredAccounts } from './steered-accounts'
import { settled } from './strict'

const account = ({ id, name }: typeof anna, kind: Account['kind']): Account => ({
  ...{ id, name, username: null, kind },
})
const user = account(anna, 'user')
const bot = account(helper, 'bot')
const group = { id: chatId, title: 'Fernline Help', accountId: anna.id, role: 'public' } as const
const staff = { id: '-100900', title: 'Staff', accountId: helper.id, role: 'staff' } as const
const state: DeskState = { ...emptyDesk, accounts: [user, bot], groups: [group, staff] }
const entry = (chat: string) => ({ id: '1', chatId: chat }) as OutboxEntry

let rig: ReturnType<typeof recordingDesk>
let steered: SteeredAccounts

beforeEach(async () => {
  rig = recordingDesk(state)
  steered = await new SteeredAccounts(rig.desk, (accountId) => ({
    send: async () => ({ kind: 'refused', reason: `through ${accountId}` }),
    download: async () => Uint8Array.of(Number(accountId)),
  })).start()
})

describe('at the start', () => {
  test('every account of the journal gets a line of its own, told what of it is read', () => {
    expect(steered.lines.map(({ opened }) => opened)).toEqual([anna.id, helper.id])
    expect(steered.line(anna.id).memory.watch).toEqual({
      groups: [group],
      chats: [],
      chatRule: 'chosen',
      left: [],
    })
    expect(steered.line(helper.id).memory.watch).toEqual({
      groups: [staff],
      chats: [],
      chatRule: 'chosen',
      left: [],
    })
  })

  test('before it, who was signed in is shown as signed in', async () => {
    const early = new SteeredAccounts(rig.desk)
    expect(early.accounts.atSignIn.step).toEqual({ kind: 'signed-in', account: user })
    expect(early.accounts.views(state).map(({ link }) => link.kind)).toEqual(['connecting', 'connecting'])
    early.accounts.wake()
    await early.accounts.stop()
    expect(early.lines).toEqual([])
  })

  test('one account that fails keeps no other from starting', async () => {
    const failing = new SteeredAccounts(rig.desk, (accountId) => {
      if (accountId === anna.id) throw new Error('no library')
      return {}
    })
    await expect(failing.start()).rejects.toThrow('no library')
    expect(failing.line(helper.id).memory.watch.groups).toEqual([staff])
  })

  test('a session that is kept is opened though the journal does not know it yet, and none twice', async () => {
    const more = await new SteeredAccounts(rig.desk).start(anna.id, '77')
    expect(more.lines.map(({ opened }) => opened)).toEqual([anna.id, helper.id, '77'])
  })

  test('where there is no account, there is a way to sign in', async () => {
    const first = await new SteeredAccounts().start()
    expect(first.lines.map(({ opened }) => opened)).toEqual([null])
    expect(first.accounts.isAdding).toBe(false)
    expect(first.accounts.atSignIn.step).toEqual({ kind: 'signed-out', reason: 'never' })
  })
})

describe('what goes to a chat', () => {
  test.each([
    ['a group goes through the account that reads it', chatId, anna.id],
    ['a staff group goes through its bot', staff.id, helper.id],
    ['a private chat goes through the account that it is with', privateChat(helper.id, mira.id), helper.id],
  ])('%s', async (_, chat, through) => {
    expect(await steered.accounts.send(entry(chat))).toEqual({
      kind: 'refused',
      reason: `through ${through}`,
    })
    expect(await steered.accounts.download({} as never, { chatId: chat, number: 1 })).toEqual(
      Uint8Array.of(Number(through)),
    )
  })

  test('that nobody signed in reads waits, and its files are not fetched through another account', async () => {
    expect(await steered.accounts.send(entry('-5'))).toEqual({ kind: 'unanswered' })
    const fetched = steered.accounts.download({} as never, { chatId: privateChat('99', '1'), number: 1 })
    await expect(fetched).rejects.toMatchObject({ code: 'signed-out' })
  })

  test('was a group that is not followed any more: its files say so, and not that somebody is signed out', async () => {
    const fetched = steered.accounts.download({} as never, { chatId: '-5', number: 1 })
    await expect(fetched).rejects.toMatchObject({
      code: 'not-allowed',
      message: 'This group is not followed any more. Follow it again to open its files.',
    })
  })
})

describe('another account', () => {
  test('is signed in beside those there are, which stay as they are', async () => {
    await steered.accounts.add()
    expect(steered.accounts.isAdding).toBe(true)
    expect(steered.accounts.atSignIn.accountId).toBeNull()
    await steered.signIn(steered.line(null), account(mira, 'user'))
    expect(steered.accounts.isAdding).toBe(false)
    expect(steered.accounts.all.map(({ accountId }) => accountId)).toEqual([anna.id, helper.id, mira.id])
    expect(steered.line(anna.id).calls).toEqual([])
  })

  test('that was here before is read as it was', async () => {
    await steered.accounts.signOut(helper.id)
    await steered.accounts.add()
    await steered.signIn(steered.line(null), bot)
    expect(steered.line(null).calls).toEqual([
      ['watch', { groups: [staff], chats: [], chatRule: 'chosen', left: [] }],
    ])
  })

  test('is asked for once, however often the button is pressed', async () => {
    await steered.accounts.add()
    await steered.accounts.add()
    expect(steered.accounts.all).toHaveLength(3)
  })

  test('that is thought better of leaves nothing behind', async () => {
    await steered.accounts.add()
    await steered.accounts.cancel()
    expect(steered.line(null).calls).toEqual(['cancel', 'stop'])
    expect(steered.accounts.all.map(({ accountId }) => accountId)).toEqual([anna.id, helper.id])
    expect(steered.accounts.isAdding).toBe(false)
  })

  test('that is one of those there are takes its place: no account is read twice', async () => {
    const former = steered.accounts.of(anna.id)
    await steered.accounts.add()
    await steered.signIn(steered.line(null), user)
    // What the former one still tells is about nobody.
    expect(former.accountId).toBeNull()
    expect(steered.line(anna.id).calls).toEqual(['stop'])
    expect(steered.accounts.all.map(({ accountId }) => accountId)).toEqual([helper.id, anna.id])
  })
})

describe('signing out', () => {
  test('ends that account and no other', async () => {
    await steered.accounts.signOut(helper.id)
    expect(steered.line(helper.id).calls).toEqual(['signOut', 'stop'])
    expect(steered.line(anna.id).calls).toEqual([])
    expect(steered.accounts.all.map(({ accountId }) => accountId)).toEqual([anna.id])
    expect(steered.changes).toBeGreaterThan(0)
  })

  test('the last one leaves a way to sign in again', async () => {
    await steered.accounts.signOut(helper.id)
    await steered.accounts.signOut(anna.id)
    expect(steered.accounts.all.map(({ accountId }) => accountId)).toEqual([null])
    expect(steered.line(anna.id).calls).toEqual(['signOut'])
  })

  test('without a connection is told, and done here all the same', async () => {
    const offline = await new SteeredAccounts(rig.desk, () => ({
      signOut: async () => {
        throw new Refusal('offline', 'Signed out here. Telegram could not be told.')
      },
    })).start()
    await expect(offline.accounts.signOut(helper.id)).rejects.toMatchObject({ code: 'offline' })
    expect(offline.accounts.all.map(({ accountId }) => accountId)).toEqual([anna.id])
  })

  test('twice at once leaves the others where they are', async () => {
    const three = await new SteeredAccounts(rig.desk).start('77')
    await Promise.all([three.accounts.signOut(anna.id), three.accounts.signOut(anna.id)])
    expect(three.accounts.all.map(({ accountId }) => accountId)).toEqual([helper.id, '77'])
    expect(three.line(anna.id).calls.filter((call) => call === 'stop')).toHaveLength(1)
  })

  test('of an account that is not here is refused', async () => {
    await expect(steered.accounts.signOut('99')).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('who was thrown out by Telegram is the one to sign in again', () => {
  steered.line(helper.id).listener.signInChanged({ kind: 'signed-out', reason: 'by-telegram' })
  expect(steered.accounts.atSignIn.accountId).toBe(helper.id)
})

test('an account is told what is read of it when that changed, and only then', () => {
  const after = { ...state, groups: [group] }
  steered.accounts.follow(state, after)
  expect(steered.line(helper.id).calls).toEqual([
    ['watch', { groups: [], chats: [], chatRule: 'chosen', left: [] }],
  ])
  expect(steered.line(anna.id).calls).toEqual([])
  const chats = [{ accountId: anna.id, personId: mira.id, conversationId: 'c' }]
  steered.accounts.follow(after, { ...after, chats })
  expect(steered.line(anna.id).calls).toEqual([
    ['watch', { groups: [group], chats: [mira.id], chatRule: 'chosen', left: [] }],
  ])
})

test('who was taken off the desk is told only where the rule would bring them back', () => {
  const privately = {
    accountId: anna.id,
    personId: mira.id,
    via: 'user',
    blockedAt: null,
    isFollowed: false,
  } as const
  const conversations = emptyDesk.conversations.set('c', { id: 'c', privately } as Conversation)
  const after = { ...state, conversations, chats: [] }
  steered.accounts.follow(state, after)
  expect(steered.line(anna.id).calls).toEqual([])
  const settings = { ...state.settings, chatRule: 'strangers' } as const
  steered.accounts.follow(after, { ...after, settings })
  expect(steered.line(anna.id).calls).toEqual([
    ['watch', { groups: [group], chats: [], chatRule: 'strangers', left: [mira.id] }],
  ])
  expect(steered.line(helper.id).calls).toEqual([
    ['watch', { groups: [staff], chats: [], chatRule: 'strangers', left: [] }],
  ])
})

test('the accounts are shown each with its link, its groups and its chats by name', () => {
  steered.line(anna.id).listener.linkChanged({ kind: 'offline', since: nine })
  const chat = { accountId: anna.id, personId: mira.id, conversationId: 'c' }
  const people = emptyDesk.people.set(mira.id, mira)
  const views = steered.accounts.views({ ...state, chats: [chat], people })
  expect(views).toEqual([
    {
      ...{ account: user, link: { kind: 'offline', since: nine }, lastHeardAt: null, groups: [group] },
      chats: [{ ...chat, name: 'Mira' }],
    },
    {
      ...{ account: bot, link: { kind: 'connecting', attempt: 0, nextTryAt: null }, lastHeardAt: null },
      ...{ groups: [staff], chats: [] },
    },
  ])
})

test('one account that does not end well keeps nobody from waiting for the others', async () => {
  let isOver = false
  const ending = await new SteeredAccounts(rig.desk, (accountId) => ({
    stop: async () => {
      if (accountId === anna.id) throw new Error('a bug')
      await settled()
      isOver = true
    },
  })).start()
  await expect(ending.accounts.stop()).rejects.toThrow('a bug')
  expect(isOver).toBe(true)
})

test('waking and stopping reach every account', async () => {
  steered.accounts.wake()
  await steered.accounts.stop()
  for (const { calls } of steered.lines) expect(calls).toEqual(['wake', 'stop'])
})
