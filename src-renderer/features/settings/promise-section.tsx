import type { ServicePromise } from '../../../src-preload/contract/settings'
import type { TicketPriority } from '../../../src-preload/contract/ticket'
import { priorityNames } from '../../../src-preload/contract/ticket-words'
import { changeSettings, useSettings } from '../../desk/settings-store'
import { PriorityIcon } from '../../ui/priority-icon'
import { Select } from '../../ui/select'
import type { SettingSection } from './setting-row'
import { SpanField } from './span-field'

const dayMs = 86_400_000
const promiseRange = { least: 1000, most: 90 * dayMs, mayBeNone: true }
const priorities: readonly TicketPriority[] = ['critical', 'high', 'medium', 'low']
const columns: readonly { readonly key: keyof ServicePromise; readonly title: string }[] = [
  { key: 'firstReplyMs', title: 'First reply' },
  { key: 'nextReplyMs', title: 'Next reply' },
  { key: 'resolutionMs', title: 'Resolution' },
]
const shares = [10, 15, 20, 25, 30, 50]

/** What is promised at each priority, when it is at risk, and when a ticket comes back or closes. */
export function usePromiseSection(): SettingSection {
  const { warnPercent, reopenWindowMs, autoCloseMs } = useSettings(({ settings }) => settings)
  const offered = [...new Set([...shares, warnPercent])].sort((one, other) => one - other)
  return {
    id: 'promises',
    title: 'Promises',
    rows: [
      {
        id: 'promises',
        title: 'Time to answer, by priority',
        words: 'sla first reply next reply resolution low medium high critical',
        hint: 'Write 30m, 2h or 2d; leave a field empty for no promise. Changes count from the start of each clock.',
        wide: true,
        control: <PromiseTable />,
      },
      {
        id: 'warn',
        title: 'At risk begins',
        words: 'warning sla',
        hint: 'When this share of the time is left.',
        control: (
          <Select
            label="At risk begins"
            options={offered.map((share) => ({ value: String(share), label: `${share}% left` }))}
            value={String(warnPercent)}
            onChange={(share) => void changeSettings({ warnPercent: Number(share) })}
          />
        ),
      },
      {
        id: 'reopen',
        title: 'Reopen within',
        words: 'resolved follow-up',
        hint: 'A customer who writes this soon after resolution reopens the ticket; later, a new one follows it.',
        control: (
          <SpanField
            label="Reopen within"
            value={reopenWindowMs}
            range={{ least: 0, most: 90 * dayMs, mayBeNone: false }}
            onChange={(ms) => void changeSettings({ reopenWindowMs: ms ?? 0 })}
          />
        ),
      },
      {
        id: 'auto-close',
        title: 'Close resolved tickets after',
        words: 'auto close',
        hint: 'Closed tickets take nothing more. Empty: never.',
        control: (
          <SpanField
            label="Close resolved tickets after"
            value={autoCloseMs}
            range={{ least: 60_000, most: 365 * dayMs, mayBeNone: true }}
            empty="never"
            onChange={(ms) => void changeSettings({ autoCloseMs: ms })}
          />
        ),
      },
    ],
  }
}

function PromiseTable() {
  const promises = useSettings(({ settings }) => settings.promises)
  return (
    <table className="promises" aria-label="Promises">
      <thead>
        <tr>
          <th scope="col">Priority</th>
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {priorities.map((priority) => (
          <tr key={priority}>
            <th scope="row">
              <PriorityIcon priority={priority} />
              {priorityNames[priority]}
            </th>
            {columns.map(({ key, title }) => (
              <td key={key}>
                <SpanField
                  label={`${title}, ${priorityNames[priority]}`}
                  value={promises[priority][key]}
                  range={promiseRange}
                  onChange={(ms) =>
                    void changeSettings({ promises: { [priority]: { ...promises[priority], [key]: ms } } })
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
