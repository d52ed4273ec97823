import { beforeEach, describe, expect, test } from 'vitest'
import type { Telegram, TelegramListener } from '../../../../src-main/core/ports'
import type { Accounts, Door } from '../../../../src-main/desk/accounts'
import type { Broadcaster } from '../../../../src-main/desk/broadcaster'
import type { ChatContexts } from '../../../../src-main/desk/chat-contexts'
import type { OutboxRunner } from '../../../../src-main/desk/outbox-runner'
import type { SelfWatch } from '../../../../src-main/desk/self-watch'
import type { StatusBoard } from '../../../../src-main/desk/status-board'
import { telegramListener } from '../../../../src-main/desk/telegram-listener'
import type { TimeKeeper } from '../../../../src-main/desk/time-keeper'
import { anna, chatId, mira, nine, ravi, ticketId, topicId } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'
import { settled, strict } from './strict'

let open: OpenDesk
let heard: unknown[]
let door: Door
let other: Door
let listener: TelegramListener

const note = (...what: unknown[]) => void heard.push(what)

beforeEach(async () => {
  open = await OpenDesk.open()
  heard = []
  door = doorOf(anna.id)
  other = { ...doorOf(null), link: { kind: 'offline', since: nine } }
  listener = telegramListener(
    door,
    open.desk,
    strict<Accounts>('accounts', { all: [door, other], signedIn }),
    strict<StatusBoard>('board', {
      linksChanged: () => note('link', door.link.kind, door.lastHeardAt),
    }),
    strict<OutboxRunner>('outbox', { setLive: (account, live) => note('live', account, live) }),
    strict<ChatContexts>('contexts', { levelAgain: async (account) => note('contexts', account) }),
    strict<TimeKeeper>('time', { newsIsIn: () => note('news') }),
    strict<Broadcaster>('broadcaster', { waitingMayDiffer: () => note('waiting') }),
    strict<SelfWatch>('watch', {
      linkChanged: (account, link) => note('watch', account, link.kind),
      heard: (account) => note('watch', account, 'heard'),
    }),
    (event, payload) => note(event, payload),
    open.log,
    () => note('session', door.step.kind),
  )
})

/** What the accounts do: the door leads to the account from now on. */
function signedIn(at: Door, accountId: string): void {
  at.accountId = accountId
  note('signed in', accountId)
}

function doorOf(accountId: string | null): Door {
  return {
    telegram: strict<Telegram>('telegram', {}),
    accountId,
    step: { kind: 'signed-out', reason: 'never' },
    link: { kind: 'connecting', attempt: 0, nextTryAt: null },
    lastHeardAt: null,
  }
}

const delivery = (text: string) => ({
  facts: [{ kind: 'message', message: open.message({ text }) } as const],
  people: [],
  accountId: anna.id,
  marks: { pts: '7' },
})

describe('a delivery', () => {
  test('is received once it is durable, with its marks', async () => {
    open.journal.hold()
    let isReceived = false
    const received = listener.receive(delivery('Hello?')).then(() => {
      isReceived = true
    })
    await settled()
    expect(isReceived).toBe(false)
    await open.journal.write()
    await received
    expect(open.desk.state.marks.get('pts')).toBe('7')
  })

  test('that could not be kept is not received, and comes again', async () => {
    const same = delivery('Hello?')
    open.journal.fill()
    await expect(listener.receive(same)).rejects.toMatchObject({ code: 'storage-full' })
    expect(open.desk.state.marks.get('pts')).toBeUndefined()
    open.journal.makeRoom()
    await listener.receive(same)
    await listener.receive(same)
    expect(open.events('message-received')).toHaveLength(2)
  })
})

test('the link is shown, decides what replies wait for, and starts and stops the outbox; live, all news is in', () => {
  listener.linkChanged({ kind: 'live' })
  listener.linkChanged({ kind: 'catching-up', behind: 3 })
  expect(heard).toEqual([
    ...[['link', 'live', null], ['waiting'], ['live', anna.id, true], ['watch', anna.id, 'live']],
    ...[['contexts', anna.id], ['news']],
    ...[
      ['link', 'catching-up', null],
      ['waiting'],
      ['live', anna.id, false],
      ['watch', anna.id, 'catching-up'],
    ],
  ])
  listener.heard(nine)
  expect(heard.slice(-2)).toEqual([
    ['link', 'catching-up', nine],
    ['watch', anna.id, 'heard'],
  ])
})

test('all news is in when every account is live, not when the first one is', () => {
  other.accountId = ravi.id
  listener.linkChanged({ kind: 'live' })
  expect(heard).not.toContainEqual(['news'])
  other.link = { kind: 'live' }
  listener.linkChanged({ kind: 'live' })
  expect(heard).toContainEqual(['news'])
})

test('what is heard before anyone signed in starts no outbox', () => {
  door.accountId = null
  listener.linkChanged({ kind: 'live' })
  expect(heard).toEqual([['link', 'live', null], ['waiting'], ['news']])
})

describe('signing in and out', () => {
  const account = { id: ravi.id, name: ravi.name, username: null, kind: 'user' as const }
  const ids = () => open.desk.state.accounts.map(({ id }) => id)
  beforeEach(() => {
    door.accountId = null
  })

  test('is kept, and told', async () => {
    listener.signInChanged({ kind: 'signed-in', account })
    await settled()
    expect(ids()).toEqual([anna.id, ravi.id])
    expect(door.accountId).toBe(ravi.id)
    listener.signInChanged({ kind: 'signed-out', reason: 'by-agent' })
    await settled()
    expect(ids()).toEqual([anna.id])
    expect(heard).toEqual([
      ...[
        ['signed in', ravi.id],
        ['session', 'signed-in'],
      ],
      ...[
        ['live', ravi.id, false],
        ['session', 'signed-out'],
      ],
    ])
  })

  test('on the way leaves the accounts as they are, and so does never having signed in', async () => {
    const before = open.desk.state
    listener.signInChanged({ kind: 'password', hint: null })
    listener.signInChanged({ kind: 'signed-out', reason: 'never' })
    await settled()
    expect(open.desk.state).toBe(before)
    expect(heard).toHaveLength(2)
  })

  test('that a full disk did not take is kept before anything is received', async () => {
    open.journal.fill()
    listener.signInChanged({ kind: 'signed-in', account })
    await settled()
    expect(open.log.errors).toEqual(['a change of the session could not be kept'])
    await expect(listener.receive(delivery('Hello?'))).rejects.toMatchObject({ code: 'storage-full' })
    open.journal.makeRoom()
    await listener.receive(delivery('Hello?'))
    expect(ids()).toEqual([anna.id, ravi.id])
    const kinds = open.journal.events.map(({ event }) => event.kind)
    expect(kinds.lastIndexOf('signed-in')).toBeLessThan(kinds.lastIndexOf('message-received'))
  })

  test('in a hurry keeps the last word', async () => {
    listener.signInChanged({ kind: 'signed-in', account })
    listener.signInChanged({ kind: 'signed-out', reason: 'by-agent' })
    await settled()
    await listener.receive(delivery('Hello?'))
    expect(ids()).toEqual([anna.id])
  })
})

test('a customer who types is told by name and ticket; strangers and unknown topics are not', () => {
  listener.typing(chatId, topicId, mira.id)
  listener.typing(chatId, topicId, 'stranger')
  listener.typing(chatId, 99, mira.id)
  expect(heard).toEqual([['typing', { ticketId, name: 'Mira' }]])
})
