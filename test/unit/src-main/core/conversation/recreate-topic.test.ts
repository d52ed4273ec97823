import { describe, expect, it } from 'vitest'
import { entriesInOrder } from '../../../../../src-main/core/outbox/entries'
import { sendable } from '../../../../../src-main/core/outbox/next-to-send'
import { chatId, DeskOnPaper, iso, kinds, theDesk, ticketId, topicId } from '../desk-on-paper'

/** What waits, one word each. */
const line = (desk: DeskOnPaper) =>
  entriesInOrder(desk.state, ticketId).map((entry) => {
    if (entry.kind === 'topic-task') return typeof entry.task === 'string' ? entry.task : entry.task.kind
    return entry.purpose ?? `${entry.text} ${entry.state.kind}`
  })
const remove = (desk: DeskOnPaper) =>
  desk.deliver([{ kind: 'topic-deleted', chatId, topicId, at: iso(desk.now) }])
const recreate = (desk: DeskOnPaper) => desk.ask({ kind: 'recreate-topic', ticketId })
/** Telegram takes what goes out next, and answers with a number; answers where it went, and what. */
const goOut = (desk: DeskOnPaper) => {
  const [entry] = sendable(desk.state, desk.now)
  if (!entry) return null
  desk.ask({ kind: 'note-attempt', outboxId: entry.id }, theDesk)
  const sent = { number: ++desk.number, sentAt: iso(desk.now), media: [] }
  desk.ask({ kind: 'note-sent', outboxId: entry.id, ...sent }, theDesk)
  const words = entry.kind === 'reply' ? (entry.purpose ?? entry.text) : 'task'
  return { words, topicId: entry.topicId, ...('replyTo' in entry ? { replyTo: entry.replyTo } : {}) }
}

/** A desk whose first reply failed as the topic was deleted, with a second behind it. */
function left(): { readonly desk: DeskOnPaper; readonly first: string } {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  const first = desk.reply('First', { replyTo: `m:${desk.number}` })
  desk.reply('Second')
  desk.ask({ kind: 'note-attempt', outboxId: first }, theDesk)
  remove(desk)
  const reason = 'The topic was deleted in Telegram. Nothing can be sent there.'
  desk.ask({ kind: 'note-failure', outboxId: first, reason, uncertain: false }, theDesk)
  return { desk, first }
}

describe('a topic that is made anew', () => {
  it('comes first, though a reply that failed holds back what waits, and its recap right behind it', () => {
    const { desk } = left()
    recreate(desk)
    expect(line(desk)).toEqual(['create', 'recap', 'First failed', 'Second queued'])
    expect(goOut(desk)).toMatchObject({ words: 'task' })
    const made = desk.number
    expect(goOut(desk)).toMatchObject({ words: 'recap', topicId: made })
    expect(goOut(desk)).toBeNull()
    expect(line(desk)).toEqual(['First failed', 'Second queued'])
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('takes the reply that failed when it is tried again, and then what waited, in its order', () => {
    const { desk, first } = left()
    recreate(desk)
    for (let count = 0; count < 2; count++) goOut(desk)
    const made = desk.state.conversations.get(ticketId)?.topicId
    expect(made).not.toBe(topicId)
    desk.ask({ kind: 'retry-reply', ticketId, outboxId: first })
    expect(goOut(desk)).toEqual({ words: 'First', topicId: made, replyTo: null })
    expect(goOut(desk)).toEqual({ words: 'Second', topicId: made, replyTo: null })
    expect(desk.state.outbox.size).toBe(0)
  })

  it('takes a reply that is tried again before it is made', () => {
    const { desk, first } = left()
    recreate(desk)
    desk.ask({ kind: 'retry-reply', ticketId, outboxId: first })
    const gone = Array.from({ length: 4 }, () => goOut(desk)?.words)
    expect(gone).toEqual(['task', 'recap', 'First', 'Second'])
  })

  it('takes what only waited, behind the recap', () => {
    const desk = DeskOnPaper.open()
    desk.topic()
    desk.hear()
    desk.reply('First')
    desk.reply('Second')
    remove(desk)
    recreate(desk)
    desk.reply('Third')
    const gone = Array.from({ length: 5 }, () => goOut(desk)?.words)
    expect(gone).toEqual(['task', 'recap', 'First', 'Second', 'Third'])
  })

  it('asked for twice is made once, also where it is to be closed and reopened behind what waits', () => {
    const desk = DeskOnPaper.open()
    desk.topic()
    desk.hear()
    desk.reply('First')
    for (const to of ['closed', 'open'] as const)
      desk.ask({ kind: 'change-status', ticketId, to, reason: null, until: null })
    expect(line(desk)).toEqual(['First queued', 'close', 'reopen'])
    remove(desk)
    recreate(desk)
    expect(kinds(recreate(desk))).toEqual([])
    expect(line(desk)).toEqual(['create', 'recap', 'First queued', 'close', 'reopen'])
  })

  it('that Telegram refuses leaves what failed and what waits as they were', () => {
    const { desk } = left()
    recreate(desk)
    const [create] = entriesInOrder(desk.state, ticketId)
    const refused = { outboxId: create?.id ?? '', reason: 'No rights.', uncertain: false }
    desk.ask({ kind: 'note-failure', ...refused }, theDesk)
    expect(line(desk)).toEqual(['First failed', 'Second queued'])
    recreate(desk)
    expect(line(desk)).toEqual(['create', 'recap', 'First failed', 'Second queued'])
  })
})
