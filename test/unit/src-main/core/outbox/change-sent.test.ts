import { describe, expect, it } from 'vitest'
import { timelineChanges, waitingItems } from '../../../../../src-main/core/conversation/timeline-changes'
import { entriesInOrder } from '../../../../../src-main/core/outbox/entries'
import type { OutboxEntry } from '../../../../../src-main/core/outbox/entry'
import type { MessageItem } from '../../../../../src-preload/contract/conversation'
import { anna, byRavi, chatId, type DeskOnPaper, iso, kinds, theDesk, ticketId } from '../desk-on-paper'
import { attempt, deskWithTicket, fail, file, ids, next, photo } from './outbox-on-paper'

/** A desk on which Anna's reply arrived. */
function answered(text = 'We lok into it.') {
  const desk = deskWithTicket()
  const outboxId = desk.reply(text)
  const number = desk.send(outboxId, { text })
  return { desk, outboxId, number }
}

const edit = (desk: DeskOnPaper, outboxId: string, text: string) =>
  desk.ask({ kind: 'edit-reply', ticketId, outboxId, text, entities: [] })
const remove = (desk: DeskOnPaper, outboxId: string) => desk.ask({ kind: 'delete-reply', ticketId, outboxId })

function item(desk: DeskOnPaper, outboxId: string): MessageItem {
  const found = desk.items().find((one) => one.id === `o:${outboxId}`)
  if (found?.kind !== 'message') throw new Error(`no message ${outboxId}`)
  return found
}

const tasks = (desk: DeskOnPaper) =>
  entriesInOrder(desk.state, ticketId).filter(
    (entry): entry is Extract<OutboxEntry, { kind: 'topic-task' }> => entry.kind === 'topic-task',
  )
/** Telegram does the oldest thing that is to be changed. */
const done = (desk: DeskOnPaper) => {
  const id = tasks(desk)[0]?.id ?? ''
  attempt(desk, id)
  return desk.ask(
    { kind: 'note-sent', outboxId: id, number: null, sentAt: iso(desk.now), media: [] },
    theDesk,
  )
}
const refused = (desk: DeskOnPaper, reason = 'It is too old.') =>
  desk.ask({ kind: 'note-failure', outboxId: tasks(desk)[0]?.id ?? '', reason, uncertain: false }, theDesk)
const lastLine = (desk: DeskOnPaper) => desk.items().findLast(({ kind }) => kind === 'event')?.text

describe('editing a reply that arrived', () => {
  it('shows the new words at once with the old ones as a version, and waits its turn in the line', () => {
    const { desk, outboxId, number } = answered()
    desk.reply('And another', { outboxId: '5' })
    edit(desk, outboxId, 'We look into it.')
    expect(item(desk, outboxId)).toMatchObject({
      text: 'We look into it.',
      versions: [{ text: 'We lok into it.' }],
      editedAt: desk.now,
      delivery: { kind: 'sent' },
      changing: { kind: 'edit', delivery: { kind: 'queued', waits: 'above' } },
    })
    expect(next(desk)).toEqual(['5'])
    desk.send('5', { text: 'And another' })
    expect(tasks(desk)).toMatchObject([{ isMirror: false, chatId, task: { kind: 'edit', number } }])
    done(desk)
    expect(ids(desk)).toEqual([])
    expect(item(desk, outboxId)).not.toHaveProperty('changing')
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('changes what the queue shows of it', () => {
    const { desk, outboxId } = answered()
    edit(desk, outboxId, 'We look into it.')
    expect(desk.ticket().last).toMatchObject({ text: 'We look into it.' })
  })

  it('is no second version when Telegram tells of it, before or after it is done', () => {
    const { desk, outboxId, number } = answered()
    edit(desk, outboxId, 'We look into it.')
    const echo = () => {
      const message = desk.message({ number, senderId: anna.id, isOwn: true, text: 'We look into it.' })
      return desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
    }
    expect(kinds(echo())).toEqual([])
    done(desk)
    expect(kinds(echo())).toEqual([])
    expect(item(desk, outboxId).versions).toHaveLength(1)
  })

  it('to the same words is no change', () => {
    const { desk, outboxId } = answered()
    expect(edit(desk, outboxId, 'We lok into it.')).toEqual([])
    edit(desk, outboxId, 'We look into it.')
    expect(edit(desk, outboxId, 'We look into it.')).toEqual([])
  })

  it('is refused for nothing, too much, and too much under a file', () => {
    const { desk, outboxId } = answered()
    expect(() => edit(desk, outboxId, ' ')).toThrow('Write something first.')
    expect(() => edit(desk, outboxId, 'x'.repeat(4097))).toThrow('Telegram takes 4,096 characters.')
    const withFile = desk.reply('The plan', { outboxId: '6', files: [file('a')] })
    desk.send(withFile, { text: 'The plan' })
    expect(() => edit(desk, withFile, 'x'.repeat(1025))).toThrow(
      'With a file, Telegram takes 1,024 characters.',
    )
    edit(desk, withFile, '')
    expect(item(desk, withFile)).toMatchObject({ text: '', versions: [{ text: 'The plan' }] })
  })

  it('is refused where a reply would be: on a closed ticket, in a closed topic, on a colleague’s ticket', () => {
    const { desk, outboxId } = answered()
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: null })
    desk.ask({ kind: 'claim-ticket', ticketId }, byRavi)
    expect(() => edit(desk, outboxId, 'New')).toThrow('Ravi has this ticket.')
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: anna.id })
    desk.topicChanged(true)
    expect(() => edit(desk, outboxId, 'New')).toThrow('The topic is closed in Telegram.')
    expect(() => remove(desk, outboxId)).toThrow('The topic is closed in Telegram.')
    desk.ask({ kind: 'change-status', ticketId, to: 'closed', reason: null, until: null })
    expect(() => edit(desk, outboxId, 'New')).toThrow('is closed. Reopen it')
  })

  it('is refused for what has not arrived, has no number yet, or was deleted', () => {
    const { desk, outboxId, number } = answered()
    const waiting = desk.reply('Later', { outboxId: '7' })
    expect(() => edit(desk, waiting, 'New')).toThrow('This message is not at the customer')
    expect(() => edit(desk, '404', 'New')).toThrow('This message is not at the customer')
    attempt(desk, waiting)
    desk.ask(
      { kind: 'note-sent', outboxId: waiting, number: null, sentAt: iso(desk.now), media: [] },
      theDesk,
    )
    expect(() => edit(desk, waiting, 'New')).toThrow('Telegram has not said yet which message this is.')
    expect(item(desk, waiting)).not.toHaveProperty('canEdit')
    desk.deliver([{ kind: 'messages-deleted', chatId, numbers: [number], at: iso(desk.now) }])
    expect(() => edit(desk, outboxId, 'New')).toThrow('This message was deleted.')
  })

  it('finds a reply that lies far back', () => {
    const { desk, outboxId } = answered()
    for (let count = 0; count < 450; count++) desk.hear({ text: `and ${count}` })
    edit(desk, outboxId, 'We look into it.')
    const [first] = desk.page(500).items.filter(({ id }) => id === `o:${outboxId}`)
    expect(first).toMatchObject({ text: 'We look into it.' })
  })
})

describe('an edit that Telegram refuses', () => {
  it('is said, and the words that the customer sees stand again, without a version', () => {
    const { desk, outboxId, number } = answered()
    edit(desk, outboxId, 'We look into it.')
    const events = refused(desk)
    expect(lastLine(desk)).toBe('The customer was not shown the edit: It is too old.')
    expect(item(desk, outboxId)).toMatchObject({ text: 'We lok into it.', versions: [], editedAt: null })
    expect(item(desk, outboxId)).not.toHaveProperty('changing')
    expect(desk.ticket().last).toMatchObject({ text: 'We lok into it.' })
    expect(desk.journal.latest(chatId, number)).toMatchObject({ text: 'We lok into it.' })
    const ground = {
      ...{ events: desk.journal, state: desk.state, linkOf: () => desk.link, pausedUntil: () => null },
    }
    const [change] = timelineChanges(desk.journal.recorded.slice(-events.length), ground)
    expect(change?.items).toContainEqual(item(desk, outboxId))
  })

  it('goes back to the edit before it that went through', () => {
    const { desk, outboxId } = answered('One')
    edit(desk, outboxId, 'Two')
    edit(desk, outboxId, 'Three')
    done(desk)
    refused(desk)
    expect(item(desk, outboxId)).toMatchObject({ text: 'Two', versions: [{ text: 'One' }] })
  })

  it('leaves the edit behind it standing, and is no version of that', () => {
    const { desk, outboxId } = answered('One')
    edit(desk, outboxId, 'Two')
    edit(desk, outboxId, 'Three')
    refused(desk)
    expect(item(desk, outboxId)).toMatchObject({ text: 'Three', versions: [{ text: 'One' }] })
    done(desk)
    expect(item(desk, outboxId)).toMatchObject({ text: 'Three', versions: [{ text: 'One' }] })
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('leaves nothing where those behind it are refused too', () => {
    const { desk, outboxId } = answered('One')
    edit(desk, outboxId, 'Two')
    edit(desk, outboxId, 'Three')
    refused(desk)
    refused(desk)
    expect(item(desk, outboxId)).toMatchObject({ text: 'One', versions: [], editedAt: null })
    expect(desk.ticket().last).toMatchObject({ text: 'One' })
  })
})

describe('a change that is stopped because nobody follows the group any more', () => {
  it('says why in one sentence', () => {
    const { desk, outboxId } = answered()
    edit(desk, outboxId, 'We look into it.')
    remove(desk, outboxId)
    desk.ask({ kind: 'leave-group', groupId: chatId })
    const lines = desk.items().filter(({ kind }) => kind === 'event')
    expect(lines.slice(-2)).toMatchObject([
      { text: 'The customer was not shown the edit: The group was left.' },
      { text: 'The customer still sees what was taken out: The group was left.' },
    ])
  })

  it('does not say that the customer has not seen it where it may be there', () => {
    const { desk, outboxId } = answered()
    edit(desk, outboxId, 'We look into it.')
    attempt(desk, tasks(desk)[0]?.id ?? '')
    desk.ask({ kind: 'leave-group', groupId: chatId })
    expect(lastLine(desk)).toBe('Nobody can tell whether the customer was shown the edit. Check in Telegram.')
    expect(desk.replayed()).toEqual(desk.state)
  })
})

describe('deleting a reply that arrived', () => {
  it('shows it as deleted once Telegram did it, and that it is on its way till then', () => {
    const { desk, outboxId, number } = answered()
    remove(desk, outboxId)
    expect(item(desk, outboxId)).toMatchObject({ deletedAt: null, changing: { kind: 'delete' } })
    expect(item(desk, outboxId)).not.toHaveProperty('canEdit')
    expect(item(desk, outboxId)).not.toHaveProperty('canDelete')
    expect(remove(desk, outboxId)).toEqual([])
    expect(() => edit(desk, outboxId, 'New')).toThrow('This message was deleted.')
    expect(tasks(desk)).toMatchObject([{ task: { kind: 'delete', number } }])
    done(desk)
    expect(item(desk, outboxId)).toMatchObject({ deletedAt: desk.now, text: 'We lok into it.' })
    expect(desk.ticket().last).toMatchObject({ text: 'Deleted' })
    expect(() => remove(desk, outboxId)).toThrow('This message was deleted.')
  })

  it('is one deletion where Telegram tells of it too', () => {
    const { desk, outboxId, number } = answered()
    remove(desk, outboxId)
    const at = iso(desk.now)
    expect(kinds(desk.deliver([{ kind: 'messages-deleted', chatId, numbers: [number], at }]))).toEqual([
      'message-deleted',
    ])
    expect(kinds(done(desk))).not.toContain('message-deleted')
  })

  it('takes all messages of an album', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Three views', { files: [file('a'), file('b'), file('c')] })
    const number = desk.send(outboxId, { echo: false })
    desk.number += 2
    for (const part of [number + 1, number + 2])
      desk.hear({ number: part, senderId: anna.id, isOwn: true, albumId: 'x', text: '', media: [photo] })
    remove(desk, outboxId)
    expect(tasks(desk)).toMatchObject([{ task: { kind: 'delete', number, more: [number + 1, number + 2] } }])
    done(desk)
    expect(item(desk, outboxId)).toMatchObject({ deletedAt: desk.now })
    expect(desk.state.conversations.get(ticketId)?.deletedNumbers).toEqual([number, number + 1, number + 2])
  })

  it('says where Telegram does not do it', () => {
    const { desk, outboxId } = answered()
    remove(desk, outboxId)
    refused(desk)
    expect(lastLine(desk)).toBe('The customer still sees what was taken out: It is too old.')
    expect(item(desk, outboxId)).toMatchObject({ deletedAt: null, canDelete: true })
    expect(item(desk, outboxId)).not.toHaveProperty('changing')
  })
})

describe('a change of what arrived', () => {
  it('does not wait behind a reply that failed, which waits for a person', () => {
    const { desk, outboxId, number } = answered()
    const failed = desk.reply('And another', { outboxId: '5' })
    attempt(desk, failed)
    fail(desk, failed)
    remove(desk, outboxId)
    const [task] = tasks(desk)
    expect(task).toMatchObject({ task: { kind: 'delete', number } })
    expect(next(desk)).toEqual([task?.id])
    expect(item(desk, outboxId)).toMatchObject({ changing: { delivery: { waits: 'turn' } } })
  })

  it('goes on before a reply that fails in front of it, and keeps its order with others', () => {
    const { desk, outboxId } = answered('One')
    const failed = desk.reply('And another', { outboxId: '5' })
    const behind = desk.reply('And one more', { outboxId: '6' })
    edit(desk, outboxId, 'Two')
    edit(desk, outboxId, 'Three')
    attempt(desk, failed)
    fail(desk, failed, true)
    const line = () => entriesInOrder(desk.state, ticketId).map(({ id }) => id)
    const [first, second] = tasks(desk).map(({ id }) => id)
    expect(line()).toEqual([first, second, failed, behind])
    done(desk)
    done(desk)
    desk.ask({ kind: 'discard-reply', ticketId, outboxId: failed })
    expect(next(desk)).toEqual([behind])
    expect(desk.replayed()).toEqual(desk.state)
  })
})

describe('what can be changed', () => {
  it('is a reply that arrived, not one that waits or failed', () => {
    const { desk, outboxId } = answered()
    expect(item(desk, outboxId)).toMatchObject({ canEdit: true, canDelete: true })
    desk.reply('Later', { outboxId: '8' })
    expect(item(desk, '8')).not.toHaveProperty('canDelete')
    fail(desk, '8')
    expect(item(desk, '8')).not.toHaveProperty('canEdit')
  })

  it('is not what the desk wrote by itself', () => {
    const desk = deskWithTicket()
    const acknowledge = { topic: true, bot: false, privateChat: false }
    desk.ask({ kind: 'change-settings', patch: { intake: { acknowledge } } })
    desk.topic('Third', 9)
    desk.hear({ topicId: 9 })
    const [own] = desk.state.outbox.values()
    const id = own?.id ?? ''
    desk.send(id, { echo: false })
    const third = `${chatId}:9`
    const shown = desk.itemsOf(third).find((one) => one.id === `o:${id}`)
    expect(shown).toMatchObject({ delivery: { kind: 'sent' } })
    expect(shown).not.toHaveProperty('canEdit')
    expect(shown).not.toHaveProperty('canDelete')
    const refusal = desk.refusal({ kind: 'delete-reply', ticketId: third, outboxId: id })
    expect(refusal).toMatchObject({ code: 'not-allowed' })
  })

  it('is shown anew when the link changes while an edit waits', () => {
    const { desk, outboxId } = answered()
    edit(desk, outboxId, 'We look into it.')
    const offline = { kind: 'offline', since: 1 } as const
    const ground = { events: desk.journal, state: desk.state, linkOf: () => offline, pausedUntil: () => null }
    expect(waitingItems(ticketId, ground).items).toMatchObject([
      { id: `o:${outboxId}`, changing: { delivery: { waits: 'offline' } } },
    ])
  })
})
