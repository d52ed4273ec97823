import { Lock, StickyNote } from 'lucide-react'
import type { NoteItem } from '../../../src-preload/contract/conversation'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { drafts } from '../../desk/draft-store'
import { useNow } from '../../desk/now-store'
import { cleanLine, cleanText } from '../../desk/plain-text'
import { scrollTo } from '../../desk/reading-store'
import { openSheet, requestFocus } from '../../desk/selection-store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Face } from '../../ui/face'
import { momentOf } from '../../ui/time-words'
import { EarlierButton } from './earlier-button'

/** The notes of the team, newest first. They are the same ones as in the conversation. */
export function Comments(props: { readonly ticket: TicketView; readonly notes: readonly NoteItem[] }) {
  const { ticket, notes } = props
  const now = useNow('minute')
  const write = () => {
    drafts.setMode(ticket.id, 'note')
    openSheet(false)
    requestFocus('composer')
  }
  const canWrite = ticket.status !== 'closed'
  if (notes.length === 0) {
    return (
      <EmptyState
        icon={<Lock />}
        title="No notes here"
        action={
          <span className="sheet-actions">
            {canWrite && (
              <Button size="small" keys="N" onClick={write}>
                Write a note
              </Button>
            )}
            <EarlierButton ticketId={ticket.id} />
          </span>
        }
      >
        Notes stay with the team. They never leave this computer.
      </EmptyState>
    )
  }
  return (
    <div className="sheet-list">
      {canWrite && (
        <Button size="small" icon={<StickyNote size={14} />} keys="N" onClick={write}>
          Write a note
        </Button>
      )}
      {[...notes].reverse().map((note) => {
        const name = cleanLine(note.author.name, 'No name')
        return (
          <article key={note.id} className="sheet-note" aria-label={`Internal note from ${name}`}>
            <header>
              <Face id={note.author.id} name={name} kind="agent" size={20} />
              <bdi className="clip sheet-name">{name}</bdi>
              <button
                type="button"
                className="sheet-when"
                onClick={() => scrollTo(ticket.id, { itemId: note.id })}
              >
                {momentOf(note.at, now)}
              </button>
            </header>
            <div className="sheet-words selectable" dir="auto">
              {cleanText(note.text)}
            </div>
          </article>
        )
      })}
      <EarlierButton ticketId={ticket.id} />
    </div>
  )
}
