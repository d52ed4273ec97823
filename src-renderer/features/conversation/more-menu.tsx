import {
  CircleEllipsis,
  CirclePause,
  Copy,
  Ellipsis,
  Hand,
  Pencil,
  UserRoundMinus,
  UserRoundPlus,
} from 'lucide-react'
import { useState } from 'react'
import { ticketPriorities } from '../../../src-preload/contract/priorities'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { priorityNames } from '../../../src-preload/contract/ticket-words'
import { useAgents, useMe } from '../../desk/agents-store'
import { askFor, doneAsking, useAsked } from '../../desk/asking-store'
import { cleanLine } from '../../desk/plain-text'
import { assign, claim, copyCode, release, setPriority, setStatus } from '../../desk/ticket-acts'
import { Face, NobodyFace } from '../../ui/face'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../ui/menu'
import { PriorityIcon } from '../../ui/priority-icon'

/** Everything else that can be done with the ticket. P and A open it with their choices alone. */
export function MoreMenu({ ticket }: { readonly ticket: TicketView }) {
  const asked = useAsked((state) => state.asked)
  const [isOpen, setOpen] = useState(false)
  const only = asked === 'priority' || asked === 'assignee' ? asked : null
  return (
    <Menu
      align="end"
      open={isOpen || only !== null}
      onOpenChange={(open) => {
        setOpen(open)
        if (!open && only !== null) doneAsking(only)
      }}
      trigger={
        <button
          type="button"
          className="button quiet small square"
          aria-label="More actions"
          title="More actions"
        >
          <Ellipsis size={16} />
        </button>
      }
    >
      {only === 'priority' ? (
        <Priorities ticket={ticket} />
      ) : only === 'assignee' ? (
        <Assignees ticket={ticket} />
      ) : (
        <Everything ticket={ticket} />
      )}
    </Menu>
  )
}

function Everything({ ticket }: { readonly ticket: TicketView }) {
  const me = useMe()
  const may = (status: TicketView['status']) => ticket.allowedStatuses.includes(status)
  const isMine = ticket.assignee?.isMe === true
  const copy = (
    <MenuItem icon={<Copy size={15} />} keys="Y" onClick={() => void copyCode(ticket)}>
      Copy #{ticket.code}
    </MenuItem>
  )
  // A closed ticket takes nothing but being reopened, which its composer and its status offer.
  if (ticket.status === 'closed') return copy
  return (
    <>
      {!isMine && (
        <MenuItem
          icon={<Hand size={15} />}
          keys="I"
          onClick={() => void (ticket.assignee === null ? claim(ticket, me) : assign(ticket, me))}
        >
          {ticket.assignee === null ? 'Claim' : 'Take over'}
        </MenuItem>
      )}
      {isMine && (
        <MenuItem icon={<UserRoundMinus size={15} />} keys="Shift+I" onClick={() => void release(ticket)}>
          Release
        </MenuItem>
      )}
      <MenuItem icon={<UserRoundPlus size={15} />} keys="A" onClick={() => askFor('assignee')}>
        Assign…
      </MenuItem>
      {may('pending_customer') && (
        <MenuItem
          icon={<CircleEllipsis size={15} />}
          keys="W"
          onClick={() => void setStatus(ticket, 'pending_customer')}
        >
          Wait for the customer
        </MenuItem>
      )}
      {(may('on_hold') || ticket.status === 'on_hold') && (
        <MenuItem icon={<CirclePause size={15} />} keys="H" onClick={() => askFor('hold')}>
          Hold until…
        </MenuItem>
      )}
      <MenuLine />
      <Priorities ticket={ticket} />
      <MenuLine />
      <MenuItem icon={<Pencil size={15} />} onClick={() => setTimeout(() => askFor('title'))}>
        Change the title
      </MenuItem>
      {copy}
    </>
  )
}

function Priorities({ ticket }: { readonly ticket: TicketView }) {
  return (
    <>
      <MenuLabel>Priority</MenuLabel>
      {ticketPriorities
        .map((priority) => (
          <MenuItem
            key={priority}
            chosen={priority === ticket.priority}
            icon={<PriorityIcon priority={priority} size={15} />}
            onClick={() => void setPriority(ticket, priority)}
          >
            {priorityNames[priority]}
          </MenuItem>
        ))
        .reverse()}
    </>
  )
}

function Assignees({ ticket }: { readonly ticket: TicketView }) {
  const agents = useAgents()
  return (
    <>
      <MenuLabel>Assign to</MenuLabel>
      <MenuItem
        chosen={ticket.assignee === null}
        icon={<NobodyFace size={18} />}
        onClick={() => void assign(ticket, null)}
      >
        Nobody
      </MenuItem>
      {agents.map((agent) => (
        <MenuItem
          key={agent.id}
          chosen={agent.id === ticket.assignee?.id}
          icon={<Face id={agent.id} name={agent.name} kind="agent" size={18} />}
          onClick={() => void assign(ticket, agent)}
        >
          <bdi>{cleanLine(agent.name, 'No name')}</bdi>
          {agent.isMe && ' (you)'}
        </MenuItem>
      ))}
    </>
  )
}
