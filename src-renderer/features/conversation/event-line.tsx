import './event-line.css'
import { CircleDot, Clock, Flag, Hand, MessagesSquare, Pencil, Ticket, UserRound } from 'lucide-react'
import { memo } from 'react'
import type { EventItem } from '../../../src-preload/contract/conversation'
import { cleanLine } from '../../desk/plain-text'
import { Time } from './bubble'

const icons = {
  ticket: Ticket,
  claim: Hand,
  status: CircleDot,
  priority: Flag,
  title: Pencil,
  topic: MessagesSquare,
  clock: Clock,
  assign: UserRound,
} as const

/** Something that happened to the ticket, as one quiet line. */
export const EventLine = memo(function EventLine({ item }: { readonly item: EventItem }) {
  const Icon = icons[item.icon]
  return (
    <p className="event-line">
      <Icon size={13} />
      <span>
        <bdi>{cleanLine(item.text).replace(/\.$/, '')}</bdi>, <Time at={item.at} />
      </span>
    </p>
  )
})
