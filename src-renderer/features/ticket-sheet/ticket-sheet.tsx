import './ticket-sheet.css'
import { Copy, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { NoteItem, TimelineItem } from '../../../src-preload/contract/conversation'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { openSheet, useSelection } from '../../desk/selection-store'
import { useShownTicket } from '../../desk/shown-ticket-store'
import { copyCode } from '../../desk/ticket-acts'
import { useTicket } from '../../desk/ticket-store'
import { timelines } from '../../desk/timeline-store'
import { Dialog } from '../../ui/dialog'
import { IconButton } from '../../ui/icon-button'
import { useAriaKeys } from '../../ui/key-names'
import { Tabs } from '../../ui/tabs'
import { Comments } from './comments'
import { Details } from './details'
import { History } from './history'
import { useIsDocked } from './use-is-docked'

const noItems: readonly TimelineItem[] = []
const labels = { details: 'Details', comments: 'Comments', history: 'History' } as const
type Tab = keyof typeof labels

/** All about the chosen ticket: beside the conversation, or over it in a narrow window. */
export function TicketSheet({ customer }: { readonly customer: ReactNode }) {
  const ticketId = useShownTicket()
  const isOpen = useSelection((state) => state.sheetOpen)
  const ticket = useTicket(ticketId)
  const isDocked = useIsDocked()
  if (ticket === null) return isDocked ? <aside className="sheet" aria-label="Ticket" /> : null
  if (isDocked) return <Sheet ticket={ticket} customer={customer} isDocked />
  return (
    <Dialog
      bare
      open={isOpen}
      onClose={() => openSheet(false)}
      title="Ticket details"
      className="sheet-overlay"
    >
      <Sheet ticket={ticket} customer={customer} isDocked={false} />
    </Dialog>
  )
}

interface SheetProps {
  readonly ticket: TicketView
  /** Who the customer is; another feature, put here by the app. */
  readonly customer: ReactNode
  readonly isDocked: boolean
}

function Sheet({ ticket, customer, isDocked }: SheetProps) {
  const [tab, setTab] = useState<Tab>('details')
  const items = timelines.use((state) => state.byTicket.get(ticket.id)?.items ?? noItems)
  const notes = items.filter((item): item is NoteItem => item.kind === 'note')
  const isWhole = timelines.use((state) => (state.byTicket.get(ticket.id)?.earlier ?? null) === null)
  const noteCount = notes.length === 0 ? undefined : isWhole ? notes.length : `${notes.length}+`
  const focus = useSelection((state) => state.focus)
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focus?.part === 'sheet')
      sheet.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
  }, [focus])
  return (
    <aside ref={sheet} className="sheet" aria-label={`Ticket ${ticket.code}`}>
      <header className="sheet-head">
        <Tabs
          label="Ticket"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'details', label: labels.details },
            { value: 'comments', label: labels.comments, count: noteCount },
            { value: 'history', label: labels.history },
          ]}
        />
        <span className="spacer" />
        <button
          type="button"
          className="button quiet small sheet-code"
          aria-label={`Copy ticket code ${ticket.code}`}
          aria-keyshortcuts={useAriaKeys('Y')}
          onClick={() => void copyCode(ticket)}
        >
          <span>#{ticket.code}</span>
          <Copy size={14} />
        </button>
        {!isDocked && (
          <IconButton label="Close" keys="Escape" icon={<X size={16} />} onClick={() => openSheet(false)} />
        )}
      </header>
      <div className="sheet-body" role="tabpanel" aria-label={labels[tab]}>
        {tab === 'details' && <Details ticket={ticket} customer={customer} />}
        {tab === 'comments' && <Comments ticket={ticket} notes={notes} />}
        {tab === 'history' && <History ticket={ticket} items={items} />}
      </div>
    </aside>
  )
}
