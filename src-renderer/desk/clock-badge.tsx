import { type ClockView, clockState } from '../../src-preload/contract/clock'
import { SlaBadge } from '../ui/sla-badge'
import { type ClockWording, clockSpoken, clockWords } from './clock-words'
import { useNow } from './now-store'

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
  const minute = useNow('minute')
  const isClose = clock.kind === 'running' && Math.abs(clock.dueAt - minute) < 120_000
  return isClose ? (
    <CloseBadge clock={clock} wording={wording} silent={silent} />
  ) : (
    <BadgeAt clock={clock} wording={wording} silent={silent} now={minute} />
  )
}

function CloseBadge(props: Required<ClockBadgeProps>) {
  return <BadgeAt {...props} now={useNow('second')} />
}

function BadgeAt({ clock, wording, silent, now }: Required<ClockBadgeProps> & { readonly now: number }) {
  return (
    <SlaBadge
      look={clockState(clock, now)}
      text={clockWords(clock, now, wording)}
      flush={wording !== 'bar'}
      {...(silent ? {} : { label: clockSpoken(clock, now) })}
    />
  )
}
