import './palette.css'
import { ArrowRight, Hash, List, PenLine, SlidersHorizontal, Ticket } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { TicketRow } from '../../../src-preload/contract/ticket'
import { type Action, useActions } from '../../desk/action-store'
import { ask } from '../../desk/ask'
import { cleanLine } from '../../desk/plain-text'
import { selectTicket, useSelection } from '../../desk/selection-store'
import { useTicket } from '../../desk/ticket-store'
import { toastFailure } from '../../desk/toast-store'
import { Dialog } from '../../ui/dialog'
import { Kbd } from '../../ui/kbd'
import { PickField, PickLine, usePickList } from '../../ui/pick-list'
import { type Entry, paletteSections } from './entries'
import { closePalette, usePaletteOpen } from './palette-store'
import { readRecent, rememberRecent } from './recent'

/** Every command and every ticket, by a few letters (interface.md section 10). */
export function Palette() {
  const open = usePaletteOpen(({ open }) => open)
  const field = useRef<HTMLInputElement>(null)
  return (
    <Dialog open={open} onClose={closePalette} title="Commands" bare className="palette" initialFocus={field}>
      <PaletteBody field={field} />
    </Dialog>
  )
}

function PaletteBody({ field }: { readonly field: React.RefObject<HTMLInputElement | null> }) {
  const [query, setQuery] = useState('')
  const recent = useMemo(readRecent, [])
  const actions = useActions(({ actions }) => actions)
  const { tickets, isLate } = useTicketSearch(query)
  const code = useTicket(useSelection(({ ticketId }) => ticketId))?.code ?? null
  const sections = paletteSections({ query, actions: actions.values(), recent, tickets, code })
  const entries = sections.flatMap((section) => section.entries)
  const list = usePickList({
    listId: 'palette-list',
    items: entries,
    idOf: ({ id }) => id,
    onPick: run,
    isLate: isLate && entries[0]?.kind !== 'action',
  })

  function run(entry: Entry) {
    closePalette()
    // The dialog gives the focus back first; what the command focuses comes after.
    setTimeout(() => {
      if (entry.kind === 'ticket') selectTicket(entry.ticket.id)
      else {
        rememberRecent(entry.action.id)
        entry.action.run()
      }
    })
  }

  return (
    <>
      <PickField
        className="palette-field"
        glass={16}
        ref={field}
        list={list}
        label="Search commands"
        placeholder="Search commands and tickets"
        text={query}
        onText={setQuery}
      />
      <div id={list.listId} className="palette-list" role="listbox" aria-label="Commands" tabIndex={-1}>
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox may hold groups, not fieldsets
          <div key={section.title} role="group" aria-label={section.title}>
            <div className="palette-head" aria-hidden="true">
              {section.title}
            </div>
            {section.entries.map((entry) => (
              <PickLine key={entry.id} list={list} item={entry} className="palette-line">
                {entry.kind === 'ticket' ? <TicketWords {...entry} /> : <ActionWords {...entry} />}
              </PickLine>
            ))}
          </div>
        ))}
        {entries.length === 0 && !isLate && <p className="palette-none">No command or ticket matches.</p>}
      </div>
    </>
  )
}

const icons: Readonly<Record<Action['group'], typeof Hash>> = {
  ticket: Ticket,
  compose: PenLine,
  queue: List,
  go: ArrowRight,
  desk: SlidersHorizontal,
}

function TicketWords({ ticket }: Extract<Entry, { kind: 'ticket' }>) {
  return (
    <>
      <Hash size={16} />
      <span className="palette-code">{ticket.code}</span>
      <bdi className="clip">{cleanLine(ticket.title, 'No title')}</bdi>
      <bdi className="palette-who clip">{cleanLine(ticket.customer.name, 'No name')}</bdi>
    </>
  )
}

function ActionWords({ action }: Extract<Entry, { kind: 'action' }>) {
  const Icon = icons[action.group]
  return (
    <>
      <Icon size={16} />
      <span className="clip">{action.title}</span>
      {action.keys?.[0] && <Kbd keys={action.keys[0]} />}
    </>
  )
}

const searchPauseMs = 120

interface Found {
  /** The words it answers. */
  readonly text: string
  readonly tickets: readonly TicketRow[]
}
const nothing: Found = { text: '', tickets: [] }

/** Tickets that fit the query, a moment after the last letter; late while they answer older words. */
function useTicketSearch(query: string): { readonly tickets: Found['tickets']; readonly isLate: boolean } {
  const [found, setFound] = useState(nothing)
  const text = query.trim().slice(0, 120)
  useEffect(() => {
    if (text === '') {
      setFound(nothing)
      return
    }
    let current = true
    const timer = setTimeout(() => {
      ask(window.desk.queue.search({ text, limit: 8 })).then(
        (tickets) => current && setFound({ text, tickets }),
        (thrown: unknown) => {
          if (!current) return
          setFound({ text, tickets: [] })
          toastFailure(thrown)
        },
      )
    }, searchPauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [text])
  return { tickets: found.tickets, isLate: found.text !== text }
}
