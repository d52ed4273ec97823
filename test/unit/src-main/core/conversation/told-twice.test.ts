import { describe, expect, it } from 'vitest'
import { chatId, DeskOnPaper, iso, kinds, ticketId } from '../desk-on-paper'

describe('what the desk is told twice', () => {
  it('is one note, though others were written since', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    const note = (noteId: string) => desk.ask({ kind: 'add-note', ticketId, noteId, text: `Note ${noteId}` })
    for (const noteId of ['a', 'b']) expect(kinds(note(noteId))).toEqual(['note-added'])
    for (const noteId of ['a', 'b']) expect(note(noteId)).toEqual([])
  })

  it('is one deletion, though hundreds of others followed', () => {
    const desk = DeskOnPaper.open()
    for (let index = 0; index < 300; index++) desk.hear()
    const numbers = desk.journal.recorded.flatMap(({ event }) =>
      event.kind === 'message-received' ? event.message.number : [],
    )
    const at = iso(desk.now)
    const told = () => desk.deliver([{ kind: 'messages-deleted', chatId, numbers, at }])
    expect(told()).toHaveLength(300)
    expect(told()).toEqual([])
  })
})
