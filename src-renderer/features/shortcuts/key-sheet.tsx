import './key-sheet.css'
import { type Action, useActions } from '../../desk/action-store'
import { Dialog } from '../../ui/dialog'
import { Kbd } from '../../ui/kbd'
import { useKeyName } from '../../ui/key-names'
import { closeKeySheet, useKeySheetOpen } from './key-sheet-store'

const groups: readonly { readonly group: Action['group']; readonly title: string }[] = [
  { group: 'queue', title: 'Queue' },
  { group: 'ticket', title: 'Ticket' },
  { group: 'compose', title: 'Writing' },
  { group: 'go', title: 'Moving' },
  { group: 'desk', title: 'Desk' },
]

/** Every key that does something now, by what it is about. */
export function KeySheet() {
  const open = useKeySheetOpen(({ open }) => open)
  return (
    <Dialog open={open} onClose={closeKeySheet} title="All keys" className="key-sheet">
      <Keys />
    </Dialog>
  )
}

function Keys() {
  const actions = useActions(({ actions }) => actions)
  const keyed = [...actions.values()].filter(({ keys }) => keys && keys.length > 0)
  return (
    <div className="key-groups">
      {groups.map(({ group, title }) => {
        const own = keyed.filter((action) => action.group === group)
        return own.length === 0 ? null : (
          <section key={group} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {own.map((action) => (
                <div key={action.id} className={action.enabled === false ? 'muted' : undefined}>
                  <dt>{action.title}</dt>
                  <dd>
                    {action.keys?.map((keys) => (
                      <KeyOf key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </div>
  )
}

/** The caps for eyes, the same in words for ears. */
function KeyOf({ keys }: { readonly keys: string }) {
  const now = useKeyName(keys)
  return (
    <span>
      <Kbd keys={keys} />
      <span className="hidden-text">{now.replace('Mod', 'Control').replaceAll('+', ' ')}</span>
    </span>
  )
}
