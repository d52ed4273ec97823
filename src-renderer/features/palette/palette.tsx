import './palette.css'
import { ArrowRight, Hash, List, PenLine, Search, SlidersHorizontal, Ticket } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { TicketRow } from '../../../src-preload/contract/ticket'
import { type Action, useActions } from '../../desk/action-store'
import { ask } from '../../desk/ask'
import { selectTicket, useSelection } from '../../desk/selection-store'
import { toastFailure } from '../../desk/toast-store'
import { classNames } from '../../ui/class-names'
import { Dialog } from '../../ui/dialog'
import { Kbd } from '../../ui/kbd'
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
  const [at, setAt] = useState(0)
  const recent = useMemo(readRecent, [])
  const actions = useActions(({ actions }) => actions)
  const tickets = useTicketSearch(query)
  const code = useTicketCode()
  const sections = paletteSections({ query, actions: actions.values(), recent, tickets, code })
  const entries = sections.flatMap((section) => section.entries)
  const chosen = entries[Math.min(at, entries.length - 1)]

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

  function press(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const last = entries.length - 1
      const wraps = Math.abs(by) === 1
      setAt((now) =>
        wraps
          ? (now + by + entries.length) % Math.max(1, entries.length)
          : Math.max(0, Math.min(last, now + by)),
      )
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      run(chosen)
    }
  }

  return (
    <>
      <label className="palette-field">
        <Search size={16} />
        <input
          ref={field}
          role="combobox"
          aria-label="Search commands"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={chosen?.id}
          placeholder="Search commands and tickets"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
      </label>
      <div id="palette-list" className="palette-list" role="listbox" aria-label="Commands" tabIndex={-1}>
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox may hold groups, not fieldsets
          <div key={section.title} role="group" aria-label={section.title}>
            <div className="palette-head" aria-hidden="true">
              {section.title}
            </div>
            {section.entries.map((entry) => (
              <Line key={entry.id} entry={entry} isChosen={entry === chosen} onRun={run} />
            ))}
          </div>
        ))}
        {entries.length === 0 && <p className="palette-none">No command or ticket matches.</p>}
      </div>
    </>
  )
}

interface LineProps {
  readonly entry: Entry
  readonly isChosen: boolean
  readonly onRun: (entry: Entry) => void
}

const icons: Readonly<Record<Action['group'], typeof Hash>> = {
  ticket: Ticket,
  compose: PenLine,
  queue: List,
  go: ArrowRight,
  desk: SlidersHorizontal,
}

function Line({ entry, isChosen, onRun }: LineProps) {
  const Icon = entry.kind === 'ticket' ? Hash : icons[entry.action.group]
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <div
      ref={line}
      id={entry.id}
      role="option"
      aria-selected={isChosen}
      className={classNames('palette-line', isChosen && 'chosen')}
      onClick={() => onRun(entry)}
    >
      {entry.kind === 'ticket' ? (
        <>
          <Icon size={16} />
          <span className="palette-code">{entry.ticket.code}</span>
          <bdi className="clip">{entry.ticket.title}</bdi>
          <bdi className="palette-who clip">{entry.ticket.customer.name}</bdi>
        </>
      ) : (
        <>
          <Icon size={16} />
          <span className="clip">{entry.action.title}</span>
          {entry.action.keys?.[0] && <Kbd keys={entry.action.keys[0]} />}
        </>
      )}
    </div>
  )
}

const searchPauseMs = 120

/** Tickets that fit the query, a moment after the last letter. An overtaken answer is dropped. */
function useTicketSearch(query: string): readonly TicketRow[] {
  const [found, setFound] = useState<readonly TicketRow[]>([])
  const text = query.trim().slice(0, 120)
  useEffect(() => {
    if (text === '') {
      setFound([])
      return
    }
    let current = true
    const timer = setTimeout(() => {
      ask(window.desk.queue.search({ text, limit: 8 })).then(
        (rows) => current && setFound(rows),
        toastFailure,
      )
    }, searchPauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [text])
  return found
}

/** The code of the ticket in hand, for the heading. */
function useTicketCode(): string | null {
  const ticketId = useSelection(({ ticketId }) => ticketId)
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    setCode(null)
    if (ticketId === null) return
    let current = true
    ask(window.desk.tickets.get({ ticketId })).then(
      (ticket) => current && setCode(ticket.code),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [ticketId])
  return code
}
