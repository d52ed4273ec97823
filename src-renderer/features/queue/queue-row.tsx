import {
  ArrowDownLeft,
  ArrowUpRight,
  Bot,
  CircleAlert,
  CircleCheck,
  MessagesSquare,
  Pause,
  UserRound,
} from 'lucide-react'
import { memo, type ReactElement } from 'react'
import type { TicketRow } from '../../../src-preload/contract/ticket'
import { priorityNames } from '../../../src-preload/contract/ticket-words'
import { ClockBadge } from '../../desk/clock-badge'
import { useAtNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { useSettings } from '../../desk/settings-store'
import { typing } from '../../desk/typing-store'
import { classNames } from '../../ui/class-names'
import { Face, NobodyFace } from '../../ui/face'
import { PriorityIcon } from '../../ui/priority-icon'
import { lastWords, nameOf, rowName, shortTurnWords, type Turn, turnOf, turnWords } from './row-words'

/** Drawn once: React passes over what is the very same. */
const arrows: Readonly<Record<Turn, ReactElement>> = {
  ours: <ArrowDownLeft size={13} />,
  theirs: <ArrowUpRight size={13} />,
  hold: <Pause size={13} />,
  done: <CircleCheck size={13} />,
}
const alarm = <CircleAlert size={13} />
const nobody = (
  <span title="Unassigned">
    <NobodyFace size={18} />
  </span>
)
const priorities: Readonly<Record<TicketRow['priority'], ReactElement>> = {
  low: <PriorityIcon priority="low" />,
  medium: <PriorityIcon priority="medium" />,
  high: <PriorityIcon priority="high" />,
  critical: <PriorityIcon priority="critical" />,
}

export interface QueueRowProps {
  readonly row: TicketRow
  readonly id: string
  readonly isChosen: boolean
  readonly isCompact: boolean
  readonly place: number
  readonly total: number
  /** Where it stands in a list that draws only what is on screen; in pixels. */
  readonly top?: number
  readonly height?: number
}

/** One ticket in the queue. It holds no buttons: a click anywhere chooses it (see `useRowPress`). */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { row, id, isChosen, isCompact, place, total, top, height } = props
  const style = top === undefined ? undefined : { height, transform: `translateY(${top}px)` }
  const name = useAtNow((now) => rowName(row, now))
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus.
    <div
      role="option"
      id={id}
      aria-selected={isChosen}
      aria-label={name}
      data-ticket={row.id}
      aria-posinset={place}
      aria-setsize={total}
      className={classNames('queue-row', row.unread > 0 && 'unread', isCompact && 'compact')}
      style={style}
    >
      {!isCompact && <Face id={row.customer.id} name={nameOf(row)} kind="customer" unread={row.unread} />}
      <div className="queue-lines" aria-hidden="true">
        <div className="queue-title">
          {isCompact && row.unread > 0 && <span className="queue-dot" />}
          <h3 className="clip" dir="auto">
            {cleanLine(row.title, 'No title')}
          </h3>
          <ClockBadge clock={row.clock} silent />
        </div>
        {!isCompact && <Last row={row} />}
        <div className="queue-meta">
          {ways[row.way]}
          <span>{row.code}</span>
          <TierMark tier={row.customer.tier} />
          <TurnMark row={row} isShort={isCompact || row.failedReplies > 0} />
          {row.failedReplies > 0 && (
            <span className="queue-flag">
              {alarm}
              <span className="clip">{row.failedReplies} unsent</span>
            </span>
          )}
          {isCompact && <Last row={row} />}
          {!isCompact && row.failedReplies === 0 && <Writing ticketId={row.id} />}
          <span className="spacer" />
          <span className="queue-signs">
            <span title={`${priorityNames[row.priority]} priority`}>{priorities[row.priority]}</span>
            {row.assignee === null ? (
              nobody
            ) : (
              <span title={cleanLine(row.assignee.name, 'No name')}>
                <Face id={row.assignee.id} name={row.assignee.name} kind="agent" size={18} />
              </span>
            )}
          </span>
        </div>
      </div>
    </div>
  )
})

const wayMark = (title: string, icon: ReactElement) => (
  <span className="queue-way" title={title}>
    {icon}
  </span>
)
const ways: Readonly<Record<TicketRow['way'], ReactElement>> = {
  topic: wayMark('Came in a topic', <MessagesSquare size={13} />),
  bot: wayMark('Came in a private chat with the bot', <Bot size={13} />),
  privateChat: wayMark('Came in a private chat', <UserRound size={13} />),
}

/** Only the tier that comes first is marked: a badge on every row would mark none. */
function TierMark({ tier }: { readonly tier: string | null }) {
  const isFirst = useSettings(({ settings }) => tier !== null && settings.tiers[0] === tier)
  return isFirst ? <bdi className="tier-badge clip">{tier}</bdi> : null
}

function Last({ row }: { readonly row: TicketRow }) {
  return (
    <p className="queue-last clip" dir="auto">
      {lastWords(row)}
    </p>
  )
}

function TurnMark({ row, isShort }: { readonly row: TicketRow; readonly isShort: boolean }) {
  const turn = turnOf(row)
  const words = useAtNow((now) => (isShort ? shortTurnWords(row, now) : turnWords(row, now)))
  return (
    <span className={classNames('queue-turn', turn, isShort && 'short')}>
      {arrows[turn]}
      <bdi className="clip">{words}</bdi>
    </span>
  )
}

function Writing({ ticketId }: { readonly ticketId: string }) {
  const name = typing.use((state) => state.names.get(ticketId))
  if (name === undefined) return null
  return <span className="queue-writing clip">is writing</span>
}
