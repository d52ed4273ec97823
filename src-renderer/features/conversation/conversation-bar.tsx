import { Check, Hand, PanelRight, RotateCcw } from 'lucide-react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { useAccountList } from '../../desk/accounts-store'
import { useMe } from '../../desk/agents-store'
import { askFor, doneAsking, useAsked } from '../../desk/asking-store'
import { ClockBadge } from '../../desk/clock-badge'
import { clockSpoken } from '../../desk/clock-words'
import { ExplainCard } from '../../desk/explain-card'
import { useAtNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { openSheet, useSelection } from '../../desk/selection-store'
import { claim, setStatus, setTitle } from '../../desk/ticket-acts'
import { throughWords } from '../../desk/way-words'
import { Face } from '../../ui/face'
import { IconButton } from '../../ui/icon-button'
import { useAriaKeys } from '../../ui/key-names'
import { Popover } from '../../ui/popover'
import { Tooltip } from '../../ui/tooltip'
import { useDraft } from '../../ui/use-draft'
import { MoreMenu } from './more-menu'
import { reopenTo } from './reopen'
import { StatusMenu } from './status-menu'

/** Which ticket this is, how its promise stands, and the few things done most. */
export function ConversationBar({ ticket }: { readonly ticket: TicketView }) {
  const me = useMe()
  const sheetOpen = useSelection((state) => state.sheetOpen)
  const name = cleanLine(ticket.customer.name, 'No name')
  const reopen = reopenTo(ticket)
  const canResolve = ticket.allowedStatuses.includes('resolved')
  return (
    <header className="bar">
      <Face id={ticket.customer.id} name={name} kind="customer" size={36} />
      <Who ticket={ticket} name={name} />
      <OwedClock ticket={ticket} />
      <StatusMenu ticket={ticket} />
      {ticket.assignee === null && reopen === null && (
        <BarButton
          label="Claim"
          keys="I"
          icon={<Hand size={15} />}
          isMain={!canResolve || ticket.status === 'new'}
          onClick={() => void claim(ticket, me)}
        />
      )}
      {reopen !== null && ticket.status === 'resolved' ? (
        <BarButton
          label="Reopen"
          keys="Shift+E"
          icon={<RotateCcw size={14} />}
          onClick={() => void setStatus(ticket, reopen)}
        />
      ) : (
        canResolve && (
          <BarButton
            label="Resolve"
            keys="E"
            icon={<Check size={15} />}
            onClick={() => void setStatus(ticket, 'resolved')}
          />
        )
      )}
      <MoreMenu key={ticket.id} ticket={ticket} />
      <IconButton
        className="sheet-toggle"
        label="Show ticket details"
        keys="]"
        icon={<PanelRight size={16} />}
        aria-expanded={sheetOpen}
        onClick={() => openSheet(!sheetOpen)}
      />
    </header>
  )
}

interface BarButtonProps {
  readonly label: string
  readonly keys: string
  readonly icon: React.ReactNode
  readonly isMain?: boolean
  readonly onClick: () => void
}

function BarButton({ label, keys, icon, isMain = false, onClick }: BarButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        className={`button small bar-button ${isMain ? 'primary' : 'plain'}`}
        aria-label={label}
        aria-keyshortcuts={useAriaKeys(keys)}
        onClick={onClick}
      >
        {icon}
        <span className="bar-words">{label}</span>
      </button>
    </Tooltip>
  )
}

function Who({ ticket, name }: { readonly ticket: TicketView; readonly name: string }) {
  const isEditing = useAsked((state) => state.asked === 'title')
  const accounts = useAccountList()
  const handle = ticket.customer.username
  const facts = [...(handle === null ? [] : [`@${handle}`]), throughWords(ticket, accounts)]
  return (
    <div className="bar-who">
      {isEditing ? (
        <TitleField key={ticket.id} ticket={ticket} />
      ) : (
        <h2 className="clip" dir="auto" title={cleanLine(ticket.title)} onDoubleClick={() => askFor('title')}>
          {cleanLine(ticket.title, 'No title')}
        </h2>
      )}
      <p title={[name, ...facts].join(', ')}>
        <bdi className="clip" dir="auto">
          {name}
        </bdi>
        <span className="clip">
          {facts.map((fact) => (
            <span key={fact}>
              , <bdi>{fact}</bdi>
            </span>
          ))}
        </span>
      </p>
    </div>
  )
}

function TitleField({ ticket }: { readonly ticket: TicketView }) {
  const { draft, write, drop, keep } = useDraft((text) => {
    drop()
    return setTitle(ticket, text)
  })
  return (
    <input
      className="bar-title-field"
      aria-label="Title"
      // biome-ignore lint/a11y/noAutofocus: the agent asked for this field.
      autoFocus
      maxLength={128}
      value={draft ?? ticket.title}
      onChange={(event) => write(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        keep()
        askFor(null)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape') return
        event.stopPropagation()
        drop()
        askFor(null)
      }}
    />
  )
}

function OwedClock({ ticket }: { readonly ticket: TicketView }) {
  const isOpen = useAsked((state) => state.asked === 'explain')
  const name = useAtNow((now) => clockSpoken(ticket.clock, now))
  const shortcuts = useAriaKeys('T')
  if (ticket.clock.kind === 'none') return null
  return (
    <Popover
      label="Why this SLA time"
      align="center"
      open={isOpen}
      onOpenChange={(open) => (open ? askFor('explain') : doneAsking('explain'))}
      trigger={
        <button type="button" className="bar-clock" aria-label={name} aria-keyshortcuts={shortcuts}>
          <span className="bar-clock-words">
            <ClockBadge clock={ticket.clock} wording="bar" silent />
          </span>
          <span className="bar-clock-bare">
            <ClockBadge clock={ticket.clock} silent />
          </span>
        </button>
      }
    >
      <ExplainCard key={ticket.id} ticketId={ticket.id} />
    </Popover>
  )
}
