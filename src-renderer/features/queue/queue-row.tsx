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
import { memo } from 'react'
import type { TicketRow } from '../../../src-preload/contract/ticket'
import { priorityNames } from '../../../src-preload/contract/ticket-words'
import { ClockBadge } from '../../desk/clock-badge'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { useSettings } from '../../desk/settings-store'
import { typing } from '../../desk/typing-store'
import { classNames } from '../../ui/class-names'
import { Face, NobodyFace } from '../../ui/face'
import { PriorityIcon } from '../../ui/priority-icon'
import { lastWords, nameOf, rowName, shortTurnWords, type Turn, turnOf, turnWords } from './row-words'

const arrows: Readonly<Record<Turn, typeof Pause>> = {
  ours: ArrowDownLeft,
  theirs: ArrowUpRight,
  hold: Pause,
  done: CircleCheck,
}

export interface QueueRowProps {
  readonly row: TicketRow
  readonly id: string
  readonly isChosen: boolean
  readonly isCompact: boolean
  readonly place: number
  readonly total: number
  readonly onChoose: (row: TicketRow) => void
  /** Where it stands in a list that draws only what is on screen; in pixels. */
  readonly top?: number
  readonly height?: number
}

/** One ticket in the queue. It holds no buttons: a click anywhere chooses it. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { row, id, isChosen, isCompact, place, total, onChoose, top, height } = props
  const style = top === undefined ? undefined : { height, transform: `translateY(${top}px)` }
  const now = useNow('minute')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, by aria-activedescendant.
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus.
    <div
      role="option"
      id={id}
      aria-selected={isChosen}
      aria-label={rowName(row, now)}
      aria-posinset={place}
      aria-setsize={total}
      className={classNames('queue-row', row.unread > 0 && 'unread', isCompact && 'compact')}
      style={style}
      onClick={() => onChoose(row)}
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
          <WayMark way={row.way} />
          <span>{row.code}</span>
          <TierMark tier={row.customer.tier} />
          <TurnMark row={row} now={now} isShort={isCompact || row.failedReplies > 0} />
          {row.failedReplies > 0 && (
            <span className="queue-flag">
              <CircleAlert size={13} />
              <span className="clip">{row.failedReplies} unsent</span>
            </span>
          )}
          {isCompact && <Last row={row} />}
          {!isCompact && row.failedReplies === 0 && <Writing ticketId={row.id} />}
          <span className="spacer" />
          <span className="queue-signs">
            <span title={`${priorityNames[row.priority]} priority`}>
              <PriorityIcon priority={row.priority} />
            </span>
            {row.assignee === null ? (
              <span title="Unassigned">
                <NobodyFace size={18} />
              </span>
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

const ways: Readonly<Record<TicketRow['way'], { readonly icon: typeof Pause; readonly title: string }>> = {
  topic: { icon: MessagesSquare, title: 'Came in a topic' },
  bot: { icon: Bot, title: 'Came in a private chat with the bot' },
  privateChat: { icon: UserRound, title: 'Came in a private chat' },
}

function WayMark({ way }: { readonly way: TicketRow['way'] }) {
  const { icon: Icon, title } = ways[way]
  return (
    <span className="queue-way" title={title}>
      <Icon size={13} />
    </span>
  )
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

function TurnMark(props: { readonly row: TicketRow; readonly now: number; readonly isShort: boolean }) {
  const { row, now, isShort } = props
  const turn = turnOf(row)
  const Arrow = arrows[turn]
  return (
    <span className={classNames('queue-turn', turn, isShort && 'short')}>
      <Arrow size={13} />
      <bdi className="clip">{isShort ? shortTurnWords(row, now) : turnWords(row, now)}</bdi>
    </span>
  )
}

function Writing({ ticketId }: { readonly ticketId: string }) {
  const name = typing.use((state) => state.names.get(ticketId))
  if (name === undefined) return null
  return <span className="queue-writing clip">is writing</span>
}
