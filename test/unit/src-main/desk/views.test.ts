import { beforeEach, expect, test } from 'vitest'
import { Projections } from '../../../../src-main/desk/projections'
import { Views } from '../../../../src-main/desk/views'
import { byAnna, chatId, hour, minute, nine, ticketId } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'

let open: OpenDesk
let views: Views

beforeEach(async () => {
  open = await OpenDesk.open()
  const projections = new Projections(open.desk.state)
  open.desk.onCommit((commit) => projections.follow(commit))
  views = new Views(
    open.desk,
    open.journal,
    projections,
    { linkOf: () => ({ kind: 'live' }), pausedUntil: () => null },
    open.clock,
  )
})

test.each([
  ['a ticket', () => views.ticket('nowhere')],
  ["a ticket's clocks", () => views.clocks('nowhere')],
  ["a ticket's conversation", () => views.timeline('nowhere', 50, undefined)],
] as const)('%s that is not there is refused by name', (_, look) => {
  expect(look).toThrow(expect.objectContaining({ code: 'not-found', more: { field: 'ticketId' } }))
})

test('a conversation is read page by page, each with the revision it was read at', async () => {
  for (let at = 1; at <= 5; at++) await open.note(`n${at}`)
  const newest = views.timeline(ticketId, 2, undefined)
  expect(newest.items.map(({ id }) => id)).toEqual(['n:n4', 'n:n5'])
  expect(newest.revision).toBe(open.desk.state.seq)
  expect(views.timeline(ticketId, 2, newest.earlier ?? '').items.map(({ id }) => id)).toEqual([
    'n:n2',
    'n:n3',
  ])
})

test('the story of the clocks is told from everything that happened, however long ago', async () => {
  for (let at = 1; at <= 600; at++) await open.note(`n${at}`)
  const [first] = views.clocks(ticketId).stories
  expect(first?.view.clock).toBe('first-reply')
  expect(first?.segments).toEqual([expect.objectContaining({ runs: true, from: nine, to: null })])
})

test('a draft is empty until one is saved, and only saved ones are listed', async () => {
  expect(views.draft(ticketId, 'note')).toEqual({
    ticketId,
    mode: 'note',
    text: '',
    replyTo: null,
    attachments: [],
    savedAt: 0,
  })
  expect(views.drafts(ticketId)).toEqual([])
  const draft = { ticketId, mode: 'reply', text: 'Dear Mira', replyTo: null } as const
  const file = { id: 'f', name: 'a.txt', mime: 'text/plain', sizeBytes: 3 }
  await open.desk.ask({ kind: 'save-draft', ...draft, files: [{ ...file, path: 'secret' }] }, byAnna)
  expect(views.drafts(ticketId)).toEqual([{ ...draft, attachments: [file], savedAt: nine }])
})

test('the queue shows rows as of the durable state, and overdue ones as of now', async () => {
  const page = views.queuePage('all', 0, 50)
  expect(page.rows.map(({ id }) => id)).toEqual([ticketId])
  expect(page.counts).toMatchObject({ all: 1, ourTurn: 1, overdue: 0 })
  open.journal.hold()
  const topic = open.topic(8)
  expect(views.queuePage('all', 0, 50).total).toBe(1)
  await open.journal.write()
  await topic
  expect(views.queuePage('all', 0, 50).total).toBe(2)
  const { next } = page
  expect(next?.ticketId).toBe(ticketId)
  open.clock.advance((next?.dueAt ?? 0) - nine + minute)
  expect(views.queuePage('overdue', 0, 50).rows.map(({ id }) => id)).toContain(ticketId)
  expect(views.counts().overdue).toBeGreaterThan(0)
  expect(views.next()?.dueAt).toBeLessThan(nine + 1000 * hour)
})

test('tickets are found by code, and the team is known', async () => {
  const { code } = views.ticket(ticketId)
  expect((await views.search(code, 5)).map(({ id }) => id)).toEqual([ticketId])
  expect(await views.search('no such words', 5)).toEqual([])
  expect(views.agents().map(({ name, isMe }) => [name, isMe])).toEqual([
    ['Anna', true],
    ['Ravi', false],
  ])
})

test('two tickets of one conversation are both told of what is said in it', async () => {
  const said = await open.deliver([{ kind: 'message', message: open.message({ text: 'Hello?' }) }])
  expect(views.timelineChanges(open.journal.events)).toEqual([])
  views.ticket(ticketId)
  const [change] = views.timelineChanges(open.journal.events.filter(({ seq }) => seq === said.seq))
  expect(change?.ticketId).toBe(`${chatId}:7`)
  expect(change?.items).toHaveLength(1)
})
