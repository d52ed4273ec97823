import { beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '../../../../../src-main/core/refusal'
import { ChatContexts } from '../../../../../src-main/desk/chat-contexts'
import { accountHandlers } from '../../../../../src-main/desk/handlers/account-handlers'
import type { Views } from '../../../../../src-main/desk/views'
import { anna, byAnna, chatId, mira } from '../../core/desk-on-paper'
import { MemoryLog, OpenDesk } from '../open-desk'
import { recordingDesk } from '../recording-desk'
import { SteeredAccounts } from '../steered-accounts'
import { strict } from '../strict'

const fernline = { id: '-100', title: 'Fernline Help', members: 12, problems: [], warnings: [] }
const problem = { what: 'It has no topics.', mend: 'Turn topics on in Telegram.' }
const bare = { id: '-200', title: 'Bare', members: 3, problems: [problem], warnings: [] }
const accountId = anna.id

let calls: unknown[]
let isBroken: boolean
let log: MemoryLog
let contexts: ChatContexts
let rig: ReturnType<typeof recordingDesk>
let handlers: ReturnType<typeof accountHandlers>

beforeEach(async () => {
  calls = []
  isBroken = false
  log = new MemoryLog()
  const { desk } = await OpenDesk.open()
  rig = recordingDesk(desk.state)
  handlers = await handlersOf(rig.desk)
})

async function handlersOf(desk: typeof rig.desk) {
  const { accounts } = await new SteeredAccounts(desk, () => ({
    groups: async () => [fernline, bare],
    follow: async (group) => void calls.push(['follow', group]),
    person: async () => mira,
    readContext: async (...asked) => {
      calls.push(['readContext', ...asked])
      if (isBroken) throw new Refusal('offline', 'Telegram cannot be reached.')
    },
    chats: async (text) => {
      calls.push(['chats', text])
      return [{ personId: mira.id, name: 'Mira', username: 'mira', isFollowed: false }]
    },
  })).start()
  const views = strict<Views>('views', { ticket: (id) => ({ id }) as never })
  contexts = new ChatContexts(desk, accounts, log)
  return accountHandlers(desk, () => byAnna, accounts, contexts, views)
}

describe('a group', () => {
  test('is followed by one intent, durable before the group is read', async () => {
    await handlers.followGroup({ accountId, groupId: '-100', role: 'public' })
    const group = { id: '-100', title: 'Fernline Help', accountId, role: 'public' }
    expect(rig.asked).toEqual([{ intent: { kind: 'follow-group', group }, by: byAnna }])
    expect(calls).toEqual([['follow', group]])
  })

  test('that could not be kept is not read', async () => {
    rig.refusing.with = new Refusal('storage-full', 'The disk is full.')
    const asked = handlers.followGroup({ accountId, groupId: '-100', role: 'public' })
    await expect(asked).rejects.toBe(rig.refusing.with)
    expect(calls).toEqual([])
  })

  test.each([
    [
      'that lacks something says what and how to mend it',
      '-200',
      'not-allowed',
      `${problem.what} ${problem.mend}`,
    ],
    ['that the account left is refused', '-300', 'not-found', 'This account is not in that group any more.'],
  ])('%s', async (_, groupId, code, message) => {
    await expect(handlers.followGroup({ accountId, groupId, role: 'public' })).rejects.toMatchObject({
      ...{ code, message, more: { field: 'groupId' } },
    })
    expect(rig.asked).toEqual([])
  })

  test('that is left is one intent', async () => {
    await handlers.leaveGroup({ groupId: chatId })
    expect(rig.asked).toEqual([{ intent: { kind: 'leave-group', groupId: chatId }, by: byAnna }])
  })

  test('is chosen from those the account is in, with what each lacks', async () => {
    expect(await handlers.groups({ accountId })).toEqual([fernline, bare])
    expect(() => handlers.groups({ accountId: '99' })).toThrow('This account is not signed in.')
  })
})

describe('a private chat', () => {
  test('that is put on the desk has a ticket, and what was said before is read once', async () => {
    const open = await OpenDesk.open()
    handlers = await handlersOf(open.desk)
    const chat = { accountId, personId: mira.id }
    expect(await handlers.openChat(chat)).toMatchObject({
      id: expect.stringContaining(`${anna.id}.${mira.id}`),
    })
    await handlers.openChat(chat)
    expect(calls).toEqual([['readContext', mira.id, 20]])
    expect(await handlers.chats({ accountId, text: 'mi' })).toMatchObject([{ isFollowed: true }])
    const [view] = await handlers.leaveChat(chat)
    expect(view?.chats).toEqual([])
    expect(await handlers.chats({ accountId, text: 'mi' })).toMatchObject([{ isFollowed: false }])
  })

  test('that was opened as the link broke has what was said before once the account is level, and once only', async () => {
    handlers = await handlersOf((await OpenDesk.open()).desk)
    isBroken = true
    const chat = { accountId, personId: mira.id }
    expect(await handlers.openChat(chat)).toMatchObject({
      id: expect.stringContaining(`${anna.id}.${mira.id}`),
    })
    expect(log.warnings).toHaveLength(1)
    await contexts.levelAgain(accountId)
    isBroken = false
    await contexts.levelAgain('99')
    expect(calls).toHaveLength(2)
    await contexts.levelAgain(accountId)
    await contexts.levelAgain(accountId)
    expect(calls).toEqual(Array.from({ length: 3 }, () => ['readContext', mira.id, 20]))
  })

  test('that was taken off the desk before the account is level is not read', async () => {
    handlers = await handlersOf((await OpenDesk.open()).desk)
    isBroken = true
    const chat = { accountId, personId: mira.id }
    await handlers.openChat(chat)
    await handlers.leaveChat(chat)
    await contexts.levelAgain(accountId)
    expect(calls).toHaveLength(1)
  })
})
