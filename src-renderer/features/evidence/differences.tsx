import type { Difference } from '../../../src-preload/contract/evidence'
import { cleanLine } from '../../desk/plain-text'
import { selectTicket } from '../../desk/selection-store'
import { Button } from '../../ui/button'
import { momentOf } from '../../ui/time-words'

const kinds: Readonly<Record<Difference['kind'], string>> = {
  missing: 'Was missing here',
  edited: 'Was edited in Telegram',
  deleted: 'Was deleted in Telegram',
  'unknown-to-telegram': 'Telegram does not know it',
}

interface DifferencesProps {
  readonly differences: readonly Difference[]
  readonly found: number
  readonly now: number
}

/** Where Telegram's history and the tickets differ, each with what came of it. */
export function Differences({ differences, found, now }: DifferencesProps) {
  return (
    <>
      <div className="differences-room">
        <table className="differences" aria-label="Differences">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Where</th>
              <th scope="col">Ticket</th>
              <th scope="col">Written</th>
              <th scope="col">Mended</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ kind, place, ticketId, code, number, at, repaired }) => (
              <tr key={`${kind} ${ticketId} ${place} ${number}`}>
                <td>{kinds[kind]}</td>
                <td className="clip">
                  <bdi title={cleanLine(place)}>{cleanLine(place, 'No name')}</bdi>
                </td>
                <td>
                  {ticketId !== null && code !== null ? (
                    <Button look="link" onClick={() => selectTicket(ticketId)}>
                      {code}
                    </Button>
                  ) : (
                    <span className="muted">None</span>
                  )}
                </td>
                <td>{at === null ? <span className="muted">Not known</span> : momentOf(at, now)}</td>
                <td className={repaired ? 'good' : 'worry'}>{repaired ? 'Yes' : 'No'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found > differences.length && (
        <p className="muted">
          The first {differences.length} of {found.toLocaleString('en-GB')} are listed.
        </p>
      )}
    </>
  )
}
