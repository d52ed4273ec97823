import { beforeEach, expect, test } from 'vitest'
import { privateChat } from '../../../../../src-main/core/conversation/message'
import type { SetAside, TelegramFact } from '../../../../../src-main/core/desk/facts'
import { asidesAt } from '../../../../../src-main/core/doctor/aside-finding'
import { tallyOfAll } from '../../../../../src-main/core/evidence/evidence-view'
import { asideOf, asidesOf } from '../../../../../src-main/core/evidence/set-aside'
import { Refusal } from '../../../../../src-main/core/refusal'
import { anna, chatId, DeskOnPaper, iso, mira, nine, topicId } from '../desk-on-paper'

let desk: DeskOnPaper
let fact: Extract<TelegramFact, { kind: 'message' }>
let aside: SetAside

const step = { facts: [], people: [], accountId: anna.id, marks: {} }
const deliver = (more: object) => desk.ask({ kind: 'receive-delivery', delivery: { ...step, ...more } })
const gaps = () => {
  const { gapsFound, gapsClosed } = tallyOfAll(desk.state, anna.id, desk.now)
  return [gapsFound, gapsClosed]
}

beforeEach(() => {
  desk = DeskOnPaper.open()
  fact = {
    kind: 'message',
    message: {
      ...{ chatId, topicId, number: 5, senderId: mira.id, isOwn: false, randomId: null, sentAt: iso(nine) },
      ...{ text: 'A secret.', entities: [], media: [], albumId: null, replyTo: null },
    },
  }
  aside = asideOf(anna.id, fact, new TypeError('A secret. is not a function'))
})

test('what is kept of it says where it is and what failed, and nothing of what it says', () => {
  expect(aside).toEqual({
    ...{ id: `10/message/${chatId}/5`, accountId: anna.id, what: 'message', chatId, numbers: [5] },
    error: 'TypeError',
  })
  expect(asideOf(anna.id, null, new Refusal('not-allowed', 'secret'))).toMatchObject({
    ...{ id: '10/person//', what: null, chatId: null, numbers: [], error: 'not-allowed' },
  })
})

test('it is a gap that is open until it is taken in, however often it is told', () => {
  for (let times = 0; times < 2; times++) deliver({ setAside: [aside] })
  expect(asidesOf(desk.state, anna.id)).toEqual([aside])
  expect(gaps()).toEqual([1, 0])
  for (let times = 0; times < 2; times++) deliver({ facts: [fact], takenUp: [{ id: aside.id }] })
  expect(asidesOf(desk.state, anna.id)).toEqual([])
  expect(gaps()).toEqual([1, 1])
})

test('what is given up is not spoken of any more, and its gap stays open', () => {
  deliver({ setAside: [aside] })
  deliver({ takenUp: [{ id: aside.id, isGivenUp: true }] })
  expect(asidesOf(desk.state, anna.id)).toEqual([])
  expect(gaps()).toEqual([1, 0])
})

test('nothing is set aside for an account that is signed out: what it was told does not count as read', () => {
  desk.ask({ kind: 'sign-out', accountId: anna.id, reason: 'by-agent' })
  const delivery = { ...step, setAside: [aside] }
  expect(desk.refusal({ kind: 'receive-delivery', delivery }).code).toBe('not-found')
})

test('of a group that was left nothing is spoken of', () => {
  deliver({ setAside: [aside] })
  desk.ask({ kind: 'leave-group', groupId: chatId })
  expect(asidesOf(desk.state, anna.id)).toEqual([])
})

test('each is named by its group or its person', () => {
  const inChat = { ...fact, message: { ...fact.message, chatId: privateChat(anna.id, mira.id), number: 6 } }
  deliver({ setAside: [aside, asideOf(anna.id, inChat, 'odd')] })
  expect(asidesAt(desk.state, anna.id).map(({ place }) => place)).toEqual([
    'Fernline Help',
    'the chat with Mira',
  ])
})
