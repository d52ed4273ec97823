import { beforeEach, describe, expect, test } from 'vitest'
import type { TelegramListener } from '../../../../src-main/core/ports'
import type { Broadcaster } from '../../../../src-main/desk/broadcaster'
import type { OutboxRunner } from '../../../../src-main/desk/outbox-runner'
import type { StatusBoard } from '../../../../src-main/desk/status-board'
import { telegramListener } from '../../../../src-main/desk/telegram-listener'
import type { TimeKeeper } from '../../../../src-main/desk/time-keeper'
import type { SignInStep } from '../../../../src-preload/contract/session'
import { chatId, mira, nine, ravi, ticketId, topicId } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'
import { settled, strict } from './strict'

let open: OpenDesk
let heard: unknown[]
let steps: SignInStep[]
let listener: TelegramListener

const note = (...what: unknown[]) => void heard.push(what)

beforeEach(async () => {
  open = await OpenDesk.open()
  heard = []
  steps = []
  listener = telegramListener(
    open.desk,
    strict<StatusBoard>('board', {
      setLink: (link) => note('link', link),
      setHeard: (at) => note('heard', at),
    }),
    strict<OutboxRunner>('outbox', { setLive: (live) => note('live', live) }),
    strict<TimeKeeper>('time', { newsIsIn: () => note('news') }),
    strict<Broadcaster>('broadcaster', { waitingMayDiffer: () => note('waiting') }),
    (event, payload) => note(event, payload),
    open.log,
    (step) => steps.push(step),
  )
})

const delivery = (text: string) => ({
  facts: [{ kind: 'message', message: open.message({ text }) } as const],
  people: [],
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
    ...[['link', { kind: 'live' }], ['waiting'], ['live', true], ['news']],
    ...[['link', { kind: 'catching-up', behind: 3 }], ['waiting'], ['live', false]],
  ])
  listener.heard(nine)
  expect(heard.at(-1)).toEqual(['heard', nine])
})

describe('signing in and out', () => {
  const account = { id: ravi.id, name: ravi.name, username: null, kind: 'user' as const }

  test('is kept, and told', async () => {
    listener.signInChanged({ kind: 'signed-in', account })
    await settled()
    expect(open.desk.state.account?.id).toBe(ravi.id)
    listener.signInChanged({ kind: 'signed-out', reason: 'by-agent' })
    await settled()
    expect(open.desk.state.account).toBeNull()
    expect(steps.map(({ kind }) => kind)).toEqual(['signed-in', 'signed-out'])
  })

  test('on the way leaves the account as it is, and so does never having signed in', async () => {
    const before = open.desk.state
    listener.signInChanged({ kind: 'password', hint: null })
    listener.signInChanged({ kind: 'signed-out', reason: 'never' })
    await settled()
    expect(open.desk.state).toBe(before)
    expect(steps).toHaveLength(2)
  })

  test('that a full disk did not take is kept before anything is received', async () => {
    open.journal.fill()
    listener.signInChanged({ kind: 'signed-in', account })
    await settled()
    expect(open.log.errors).toEqual(['a change of the session could not be kept'])
    await expect(listener.receive(delivery('Hello?'))).rejects.toMatchObject({ code: 'storage-full' })
    open.journal.makeRoom()
    await listener.receive(delivery('Hello?'))
    expect(open.desk.state.account?.id).toBe(ravi.id)
    const kinds = open.journal.events.map(({ event }) => event.kind)
    expect(kinds.lastIndexOf('signed-in')).toBeLessThan(kinds.lastIndexOf('message-received'))
  })

  test('in a hurry keeps the last word', async () => {
    listener.signInChanged({ kind: 'signed-in', account })
    listener.signInChanged({ kind: 'signed-out', reason: 'by-agent' })
    await settled()
    await listener.receive(delivery('Hello?'))
    expect(open.desk.state.account).toBeNull()
  })
})

test('a customer who types is told by name and ticket; strangers and unknown topics are not', () => {
  listener.typing(chatId, topicId, mira.id)
  listener.typing(chatId, topicId, 'stranger')
  listener.typing(chatId, 99, mira.id)
  expect(heard).toEqual([['typing', { ticketId, name: 'Mira' }]])
})
