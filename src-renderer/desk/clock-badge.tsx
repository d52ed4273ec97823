import { type ClockView, clockState } from '../../src-preload/contract/clock'
import { SlaBadge } from '../ui/sla-badge'
import { type ClockWording, clockSpoken, clockWords } from './clock-words'
import { useAtNow } from './now-store'

export interface ClockBadgeProps {
  readonly clock: ClockView
  readonly wording?: ClockWording
  /** Silent inside something whose own name says it, such as a queue row. */
  readonly silent?: boolean
}

/**
 * The badge of one clock. It ticks once a minute, with all others; in the last minute before the deadline,
 * and the first after it, once a second, because a standing "45s" would be untrue.
 */
export function ClockBadge({ clock, wording = 'row', silent = false }: ClockBadgeProps) {
  const isClose = useAtNow((now) => clock.kind === 'running' && Math.abs(clock.dueAt - now) < 120_000)
  return <BadgeAt clock={clock} wording={wording} silent={silent} grain={isClose ? 'second' : 'minute'} />
}

interface BadgeAtProps extends Required<ClockBadgeProps> {
  readonly grain: 'minute' | 'second'
}

function BadgeAt({ clock, wording, silent, grain }: BadgeAtProps) {
  const look = useAtNow((now) => clockState(clock, now), grain)
  const text = useAtNow((now) => clockWords(clock, now, wording), grain)
  const label = useAtNow((now) => (silent ? null : clockSpoken(clock, now)), grain)
  return <SlaBadge look={look} text={text} flush={wording !== 'bar'} {...(label === null ? {} : { label })} />
}
