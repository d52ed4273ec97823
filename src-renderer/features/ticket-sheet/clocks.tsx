import { type ClockView, clockNames, clockState } from '../../../src-preload/contract/clock'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { ClockBadge } from '../../desk/clock-badge'
import { clockTitle } from '../../desk/clock-words'
import { ExplainCard } from '../../desk/explain-card'
import { useNow } from '../../desk/now-store'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Popover } from '../../ui/popover'
import { usedShare } from './used-share'

/** The three promises, how far each is used up, and why. */
export function Clocks({ ticket }: { readonly ticket: TicketView }) {
  const clocks = clockNames.flatMap((name) =>
    ticket.clocks.filter(({ clock, kind }) => clock === name && kind !== 'none'),
  )
  return (
    <section className="sheet-section" aria-label="SLA">
      <h3>
        SLA
        {clocks.length > 0 && (
          <Popover
            label="Why this SLA time"
            side="left"
            align="start"
            trigger={
              <Button look="link" aria-label="Explain SLA">
                Explain
              </Button>
            }
          >
            <ExplainCard key={ticket.id} ticketId={ticket.id} />
          </Popover>
        )}
      </h3>
      {clocks.length === 0 && <p className="muted">No promise applies to this ticket.</p>}
      {clocks.map((clock) => (
        <ClockRow key={clock.clock} clock={clock} />
      ))}
    </section>
  )
}

function ClockRow({ clock }: { readonly clock: ClockView }) {
  const now = useNow('minute')
  const share = usedShare(clock, now)
  return (
    <div className="sheet-clock">
      <span>{clockTitle(clock.clock)}</span>
      <ClockBadge clock={clock} wording="sheet" />
      {share !== null && (
        <div className={classNames('sheet-track', clockState(clock, now))} aria-hidden="true">
          <i style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </div>
  )
}
