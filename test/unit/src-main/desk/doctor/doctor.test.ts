import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { asideOf } from '../../../../../src-main/core/evidence/set-aside'
import type { AccountHealth, Telegram } from '../../../../../src-main/core/ports'
import { Refusal } from '../../../../../src-main/core/refusal'
import { Doctor } from '../../../../../src-main/desk/doctor/doctor'
import { Duties } from '../../../../../src-main/desk/duties'
import { TimeKeeper } from '../../../../../src-main/desk/time-keeper'
import type { Events } from '../../../../../src-preload/contract/events'
import type { Notice } from '../../../../../src-preload/contract/status'
import { anna, byAnna, chatId, minute, theDesk, topicId } from '../../core/desk-on-paper'
import { OpenDesk } from '../open-desk'
import { SteeredAccounts } from '../steered-accounts'
import { settled } from '../strict'

let open: OpenDesk
let steered: SteeredAccounts
let doctor: Doctor
let told: [keyof Events, unknown][]
let mayPost: boolean
let fails: boolean
let examined: number
let readAgain: Telegram['readAgain']

const health = (): AccountHealth => ({
  ...{ privacyMode: null, clockSkewMs: 0, otherDesks: 0, floodUntil: null, isRestricted: false },
  groups: [
    {
      ...{ id: chatId, isMember: true, type: 'supergroup', hasTopics: true, isAdmin: false, mayPost },
      ...{ mayManageTopics: true, mayOpenTopics: true, slowModeSeconds: null },
    },
  ],
})
const notices = () =>
  told.flatMap(([event, payload]) => (event === 'notice' ? [(payload as Notice).key] : []))
const live = () => steered.line(anna.id).listener.linkChanged({ kind: 'live' })
const stateOf = (check: string) => doctor.view().findings.find((one) => one.check === check)?.state

beforeEach(async () => {
  vi.useFakeTimers()
  open = await OpenDesk.open()
  told = []
  mayPost = true
  fails = false
  examined = 0
  steered = await new SteeredAccounts(open.desk, () => ({
    examine: async () => {
      examined++
      if (fails) throw new Error('no answer')
      return health()
    },
    readAgain: (...given) => readAgain(...given),
  })).start()
  const time = new TimeKeeper(open.desk.state, open.clock, (due) => void duties.run(due.duties))
  const duties = new Duties(time, open.log)
  doctor = new Doctor({
    ...{ desk: open.desk, journal: open.journal, accounts: steered.accounts, duties },
    secrets: { keyring: 'safe' },
    freeBytes: async () => {
      if (fails) throw new Error('no disk')
      return 2 * 1024 ** 3
    },
    ...{ clock: open.clock, log: open.log, tell: (event, payload) => void told.push([event, payload]) },
  })
  open.desk.onCommit((commit) => doctor.committed(commit))
})
afterEach(() => void vi.useRealTimers())

async function level(): Promise<void> {
  live()
  doctor.linkChanged(anna.id, { kind: 'live' })
  await settled()
}

test('an account that is not connected is not asked', async () => {
  await doctor.examine(null)
  expect(examined).toBe(0)
  expect(stateOf('rights')).toBe('unknown')
  expect(stateOf('disk')).toBe('ok')
})

test('an account is looked at once it is level, and every ten minutes from then on', async () => {
  await level()
  await level()
  expect(examined).toBe(1)
  expect(stateOf('rights')).toBe('ok')
  open.clock.advance(10 * minute)
  await settled()
  expect(examined).toBe(2)
})

test('an account that is put out of a group is looked at then, and when it is let in again', async () => {
  await level()
  const out = { kind: 'not-in-group', groups: [{ id: chatId, title: 'Help' }] } as const
  steered.line(anna.id).listener.linkChanged(out)
  for (let times = 0; times < 2; times++) doctor.linkChanged(anna.id, out)
  await settled()
  expect(examined).toBe(2)
  await level()
  expect(examined).toBe(3)
})

test('to look anew by hand answers with all findings, and the next look is ten minutes from then', async () => {
  await level()
  open.clock.advance(9 * minute)
  expect((await doctor.examine(anna.id)).isExamining).toBe(false)
  open.clock.advance(9 * minute)
  expect(examined).toBe(2)
  open.clock.advance(minute)
  expect(examined).toBe(3)
})

test('what is followed newly is looked at', async () => {
  await level()
  const group = { id: '-9', title: 'Second', accountId: anna.id, role: 'public' as const }
  await open.desk.ask({ kind: 'follow-group', group }, byAnna)
  await settled()
  expect(examined).toBe(2)
  expect(doctor.view().findings.some(({ groupId }) => groupId === '-9')).toBe(true)
})

describe('what turns bad', () => {
  test('is told once, and again when it was well in between', async () => {
    await level()
    mayPost = false
    for (let round = 0; round < 3; round++) await doctor.examine(null)
    expect(notices()).toEqual([`doctor:rights/${anna.id}/${chatId}`])
    mayPost = true
    await doctor.examine(null)
    expect(told.at(-1)).toMatchObject(['notice', { key: `doctor:rights/${anna.id}/${chatId}`, tone: 'good' }])
    mayPost = false
    await doctor.examine(null)
    expect(notices()).toHaveLength(3)
  })
})

describe('what could not be taken in', () => {
  /** A message on which the rules fail, as long as `isBroken`. */
  function poison() {
    const words = { isBroken: true }
    const message = open.message({ number: 900 })
    Object.defineProperty(message, 'text', {
      enumerable: true,
      get: () => {
        if (words.isBroken) throw new TypeError('a bug')
        return 'At last.'
      },
    })
    return { words, fact: { kind: 'message', message } as const }
  }
  const aside = (fact: Parameters<typeof asideOf>[1]) => asideOf(anna.id, fact, new TypeError('a bug'))
  const setAside = async (fact: Parameters<typeof asideOf>[1]) => {
    const delivery = { facts: [], people: [], accountId: anna.id, marks: {}, setAside: [aside(fact)] }
    await open.desk.ask({ kind: 'receive-delivery', delivery }, theDesk)
  }
  const texts = () => open.events('message-received').map(({ message }) => message.text)

  test('is told, and stays until a test reads it from Telegram and the rules take it', async () => {
    const { words, fact } = poison()
    const asked: unknown[] = []
    readAgain = async (...given) => {
      asked.push(given)
      return { facts: [fact], gone: [], people: [] }
    }
    await level()
    await setAside(fact)
    expect(notices()).toEqual([`doctor:taken-in/${anna.id}/`])
    await doctor.test(null)
    expect(stateOf('taken-in')).toBe('bad')
    expect(open.log.errors).toEqual(['what was set aside could not be taken in'])
    words.isBroken = false
    expect((await doctor.test(anna.id)).isExamining).toBe(false)
    expect(stateOf('taken-in')).toBe('ok')
    expect(asked).toEqual([
      [chatId, [900]],
      [chatId, [900]],
    ])
    expect(texts()).toEqual(['My card was refused.', 'At last.'])
    expect(told.at(-1)).toMatchObject(['notice', { tone: 'good' }])
  })

  test('is offered once more after a start, as a newer desk may take it in', async () => {
    const { words, fact } = poison()
    words.isBroken = false
    readAgain = async () => ({ facts: [fact], gone: [], people: [] })
    await setAside(fact)
    await level()
    expect(texts()).toContain('At last.')
    expect(stateOf('taken-in')).toBe('ok')
  })

  test('of a message that is here by now only the change is taken in, as of one that is gone', async () => {
    const message = open.message({ number: 101, text: 'My card was stolen.' })
    readAgain = async () => ({ facts: [{ kind: 'message', message }], gone: [], people: [] })
    await setAside({ kind: 'message-edited', message, editedAt: message.sentAt })
    await level()
    expect(open.events('message-edited').map(({ text }) => text)).toEqual(['My card was stolen.'])
    readAgain = async () => ({ facts: [], gone: [101], people: [] })
    await setAside({ kind: 'messages-deleted', chatId, numbers: [101], at: message.sentAt })
    await doctor.test(null)
    expect(open.events('message-deleted')).toHaveLength(1)
    expect(stateOf('taken-in')).toBe('ok')
  })

  test('of what Telegram tells only once is given up when somebody tests again, not before', async () => {
    await setAside({ kind: 'topic-read', chatId, topicId, upTo: 101 })
    await level()
    await doctor.examine(null)
    expect(stateOf('taken-in')).toBe('warn')
    await doctor.test(null)
    expect(stateOf('taken-in')).toBe('ok')
  })

  test('is not asked for one by one where Telegram wants a pause', async () => {
    let asked = 0
    readAgain = async () => {
      asked++
      throw new Refusal('rate-limited', 'Telegram asks you to wait 30 s.')
    }
    for (const number of [900, 901]) await setAside({ kind: 'message', message: open.message({ number }) })
    await level()
    expect(asked).toBe(1)
    expect(stateOf('taken-in')).toBe('bad')
  })

  test('is not asked for while the account is not connected', async () => {
    await setAside(poison().fact)
    readAgain = () => Promise.reject(new Error('not connected'))
    await doctor.test(null)
    expect(open.log.errors).toEqual([])
    expect(stateOf('taken-in')).toBe('bad')
  })
})

test('an account that gives no answer keeps what was found before, and is told in the log', async () => {
  await level()
  fails = true
  await doctor.examine(null)
  expect(stateOf('rights')).toBe('ok')
  expect(stateOf('disk')).toBe('unknown')
  expect(open.log.errors).toEqual(['an account could not be examined'])
  expect(doctor.view().isExamining).toBe(false)
})

test('who signs out is looked at no more, and anew when they are back', async () => {
  await level()
  steered.line(anna.id).listener.linkChanged({ kind: 'signed-out' })
  doctor.linkChanged(anna.id, { kind: 'signed-out' })
  expect(stateOf('signed-in')).toBe('bad')
  expect(stateOf('rights')).toBeUndefined()
  await level()
  expect(examined).toBe(2)
})

test('the window is told when the findings changed, and nothing once the doctor stopped', async () => {
  await level()
  vi.advanceTimersByTime(300)
  const changes = () => told.filter(([event]) => event === 'doctor-changed')
  expect(changes().at(-1)?.[1]).toEqual(doctor.view())
  const before = changes().length
  await doctor.examine(null)
  vi.advanceTimersByTime(300)
  expect(changes()).toHaveLength(before)
  doctor.stop()
  mayPost = false
  await doctor.examine(null)
  vi.advanceTimersByTime(minute)
  expect(changes()).toHaveLength(before)
  expect(vi.getTimerCount()).toBe(0)
})
