import { ticketPriorities } from '../../../src-preload/contract/priorities'
import type { TicketStatus, TicketView } from '../../../src-preload/contract/ticket'
import { priorityNames, statusNames } from '../../../src-preload/contract/ticket-words'
import { useAgents } from '../../desk/agents-store'
import { askFor } from '../../desk/asking-store'
import { useAtNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { assign, setPriority, setStatus, setTitle } from '../../desk/ticket-acts'
import { Combobox } from '../../ui/combobox'
import { Face, NobodyFace } from '../../ui/face'
import { PriorityIcon } from '../../ui/priority-icon'
import { Select } from '../../ui/select'
import { StatusIcon } from '../../ui/status-icon'
import { momentOf } from '../../ui/time-words'
import { useDraft } from '../../ui/use-draft'
import { Fact } from './fact'

const nobody = 'nobody'

/** What can be changed: at once, and taken back with a word if main refuses (R128). */
export function Fields({ ticket }: { readonly ticket: TicketView }) {
  const until = useAtNow((now) => (ticket.holdUntil === null ? null : momentOf(ticket.holdUntil, now)))
  const isClosed = ticket.status === 'closed'
  const statuses = [ticket.status, ...ticket.allowedStatuses.filter((status) => status !== ticket.status)]
  const choose = (status: TicketStatus) =>
    status === 'on_hold' ? askFor('hold') : void setStatus(ticket, status)
  return (
    <section className="sheet-section" aria-label="Fields">
      <dl className="sheet-facts">
        <Fact name="Status">
          <Select
            label="Status"
            look="bare"
            value={ticket.status}
            onChange={choose}
            options={statuses.map((status) => ({
              value: status,
              label:
                status === 'on_hold' && ticket.status !== 'on_hold' ? 'On hold until…' : statusNames[status],
              icon: <StatusIcon status={status} />,
            }))}
          />
        </Fact>
        {ticket.status === 'on_hold' && (
          <Fact name="Held">
            <span className="sheet-held">
              {until === null ? 'Until somebody takes it off hold' : `Until ${until}`}
              {ticket.holdReason !== null && ticket.holdReason !== '' && (
                <bdi className="muted">{cleanLine(ticket.holdReason)}</bdi>
              )}
            </span>
          </Fact>
        )}
        <Fact name="Priority">
          <Select
            label="Priority"
            look="bare"
            disabled={isClosed}
            value={ticket.priority}
            onChange={(priority) => void setPriority(ticket, priority)}
            options={ticketPriorities
              .map((priority) => ({
                value: priority,
                label: priorityNames[priority],
                icon: <PriorityIcon priority={priority} />,
              }))
              .reverse()}
          />
        </Fact>
        <Fact name="Assignee">
          <Assignee ticket={ticket} isClosed={isClosed} />
        </Fact>
        <Fact name="Title">
          <TitleField key={ticket.id} ticket={ticket} isClosed={isClosed} />
        </Fact>
      </dl>
    </section>
  )
}

interface FieldProps {
  readonly ticket: TicketView
  readonly isClosed: boolean
}

function Assignee({ ticket, isClosed }: FieldProps) {
  const known = useAgents()
  const { assignee } = ticket
  const agents =
    assignee === null || known.some(({ id }) => id === assignee.id) ? known : [assignee, ...known]
  return (
    <Combobox
      label="Assignee"
      search="Search the team"
      empty="Nobody by that name"
      look="bare"
      disabled={isClosed}
      value={assignee?.id ?? nobody}
      onChange={(id) => void assign(ticket, agents.find((agent) => agent.id === id) ?? null)}
      options={[
        { value: nobody, label: 'Nobody', icon: <NobodyFace size={20} /> },
        ...agents.map((agent) => ({
          value: agent.id,
          label: `${cleanLine(agent.name, 'No name')}${agent.isMe ? ' (you)' : ''}`,
          icon: <Face id={agent.id} name={agent.name} kind="agent" size={20} />,
        })),
      ]}
    />
  )
}

function TitleField({ ticket, isClosed }: FieldProps) {
  const { draft, write, drop, keep } = useDraft((text) => {
    drop()
    return setTitle(ticket, text)
  })
  return (
    <input
      className="sheet-input"
      aria-label="Title"
      dir="auto"
      maxLength={128}
      disabled={isClosed}
      value={draft ?? ticket.title}
      onChange={(event) => write(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape' || draft === null) return
        event.stopPropagation()
        drop()
      }}
    />
  )
}
