import './conversation.css'
import { CircleAlert, MessagesSquare } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import type { TimelineItem } from '../../../src-preload/contract/conversation'
import { afterPaint } from '../../desk/after-paint'
import { fetchAgents } from '../../desk/agents-store'
import { askFor, useAsked } from '../../desk/asking-store'
import { cleanLine } from '../../desk/plain-text'
import { useSelection } from '../../desk/selection-store'
import { useShownTicket } from '../../desk/shown-ticket-store'
import { tickets, useTicket } from '../../desk/ticket-store'
import { timelines } from '../../desk/timeline-store'
import { typing } from '../../desk/typing-store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Kbd } from '../../ui/kbd'
import { Skeleton, useAfter } from '../../ui/skeleton'
import { Announcer } from './announcer'
import { ConversationBar } from './conversation-bar'
import { DeleteDialog } from './delete-dialog'
import { HoldDialog } from './hold-dialog'
import { MessageLog } from './message-log'
import { ObstacleLine } from './obstacle-line'
import { useSendAnyway } from './use-send-anyway'
import { useTicketActions } from './use-ticket-actions'
import { useUnsend } from './use-unsend'

export interface ConversationPanelProps {
  /** The composer of the open ticket; another feature, put here by the app. */
  readonly composer: ReactNode
}

/** The conversation of the chosen ticket, between its bar and its composer. */
export function ConversationPanel({ composer }: ConversationPanelProps) {
  const ticketId = useShownTicket()
  return ticketId === null ? (
    <NothingChosen composer={composer} />
  ) : (
    <Open ticketId={ticketId} composer={composer} />
  )
}

function Open({ ticketId, composer }: ConversationPanelProps & { readonly ticketId: string }) {
  const ticket = useTicket(ticketId)
  const failure = tickets.use((state) => state.failures.get(ticketId))
  const isHolding = useAsked((state) => state.asked === 'hold')
  const isChosen = useSelection((state) => state.ticketId === ticketId)
  useTicketActions(isChosen ? ticket : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket, another look at the team.
  useEffect(() => {
    const forget = afterPaint(() => void fetchAgents())
    return () => {
      forget()
      askFor(null)
    }
  }, [ticketId])

  if (ticket === null && failure !== undefined) {
    return (
      <section className="conversation" aria-label="Conversation">
        <EmptyState
          icon={<CircleAlert />}
          title="This ticket cannot be shown"
          action={<Button onClick={() => void tickets.open(ticketId)}>Try again</Button>}
        >
          {failure.message}
        </EmptyState>
      </section>
    )
  }
  return (
    <section
      className="conversation"
      aria-label={ticket === null ? 'Conversation' : cleanLine(ticket.title, 'No title')}
    >
      {ticket === null ? <BarShape /> : <ConversationBar ticket={ticket} />}
      <Thread ticketId={ticketId} />
      <WritingLine ticketId={ticketId} />
      {ticket !== null && ticket.status !== 'closed' && <ObstacleLine ticket={ticket} />}
      {ticket !== null && composer}
      {ticket !== null && isHolding && <HoldDialog ticket={ticket} />}
      <DeleteDialog ticketId={ticketId} />
    </section>
  )
}

const noItems: readonly TimelineItem[] = []

function Thread({ ticketId }: { readonly ticketId: string }) {
  const timeline = timelines.use((state) => state.byTicket.get(ticketId))
  useUnsend(ticketId, timeline?.items ?? noItems)
  useSendAnyway(ticketId, timeline?.items ?? noItems)
  const ticket = useTicket(ticketId)
  const customerName = cleanLine(ticket?.customer.name ?? '', 'the customer')
  if (timeline === undefined || (timeline.items.length === 0 && timeline.state === 'loading'))
    return <LogShape />
  if (timeline.items.length === 0) {
    return (
      <div className="log-room">
        <EmptyState
          icon={timeline.state === 'failed' ? <CircleAlert /> : <MessagesSquare />}
          title={timeline.state === 'failed' ? 'The conversation could not be read' : 'Nothing written yet'}
          action={
            timeline.state === 'failed' && (
              <Button onClick={() => void timelines.open(ticketId)}>Try again</Button>
            )
          }
        >
          {timeline.why}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <Announcer key={`announcer ${ticketId}`} items={timeline.items} />
      <MessageLog key={ticketId} timeline={timeline} ticket={ticket} customerName={customerName} />
    </>
  )
}

function WritingLine({ ticketId }: { readonly ticketId: string }) {
  const name = typing.use((state) => state.names.get(ticketId))
  if (name === undefined) return null
  return (
    <p className="writing-line">
      <bdi>{cleanLine(name, 'The customer')}</bdi> is writing
    </p>
  )
}

function BarShape() {
  const isLate = useAfter(150)
  return (
    <div className="bar">
      {isLate && (
        <>
          <Skeleton width={36} height={36} round />
          <div className="bar-shape">
            <Skeleton width={180} height={12} />
            <Skeleton width={240} height={9} />
          </div>
        </>
      )}
    </div>
  )
}

const shapes = [260, 320, 180] as const

function LogShape() {
  const isLate = useAfter(150)
  return (
    <div className="log-room log-shape" role="status" aria-label="Loading the conversation">
      {isLate && shapes.map((width) => <Skeleton key={width} width={width} height={52} />)}
    </div>
  )
}

const firstKeys = [
  ['J', 'Next ticket'],
  ['Enter', 'Into the conversation'],
  ['R', 'Reply'],
  ['N', 'Internal note'],
  ['Mod+K', 'All commands'],
] as const

/** The keys of a ticket are known before one is chosen, so that they can be listed and changed. */
function NothingChosen({ composer }: ConversationPanelProps) {
  useTicketActions(null)
  return (
    <section className="conversation" aria-label="Conversation">
      <div className="nothing-chosen">
        <h2>No ticket chosen</h2>
        <ul>
          {firstKeys.map(([keys, does]) => (
            <li key={keys}>
              <Kbd keys={keys} />
              {does}
            </li>
          ))}
        </ul>
      </div>
      {composer}
    </section>
  )
}
