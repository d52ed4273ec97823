import './rail.css'
import { Inbox, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAccountList } from '../../desk/accounts-store'
import { useCounts } from '../../desk/counts-store'
import { cleanLine } from '../../desk/plain-text'
import { go, type Place, useSelection } from '../../desk/selection-store'
import { useSession } from '../../desk/session-store'
import { Face } from '../../ui/face'
import { useAriaKeys } from '../../ui/key-names'
import { Mark } from '../../ui/mark'
import { Tooltip } from '../../ui/tooltip'

/** The places of the window, and who is at the desk. The count is the tickets where it is our turn. */
export function Rail() {
  const waiting = useCounts(({ counts }) => counts?.ourTurn ?? 0)
  const step = useSession(({ session }) => session?.step)
  const first = useAccountList().find(({ link }) => link.kind !== 'signed-out')
  const me = first?.account ?? (step?.kind === 'signed-in' ? step.account : null)
  return (
    <nav className="rail" aria-label="Places" data-part="rail">
      <Mark />
      <PlaceLink
        place="desk"
        title="Desk"
        keys="G D"
        icon={<Inbox size={19} />}
        name={waiting > 0 ? `Desk, ${waiting} ${waiting === 1 ? 'needs' : 'need'} a reply` : 'Desk'}
        count={waiting}
      />
      <span className="spacer" />
      <PlaceLink
        place="settings"
        title="Settings"
        keys="Mod+,"
        icon={<Settings size={19} />}
        name="Settings"
      />
      {me && (
        <Tooltip text={`${cleanLine(me.name, 'No name')}, signed in`} side="right">
          <span className="rail-me" role="img" aria-label={`Signed in as ${cleanLine(me.name, 'No name')}`}>
            <Face id={me.id} name={me.name} kind="agent" size={28} />
          </span>
        </Tooltip>
      )}
    </nav>
  )
}

interface PlaceLinkProps {
  readonly place: Place
  readonly title: string
  readonly name: string
  readonly keys: string
  readonly icon: ReactNode
  readonly count?: number
}

function PlaceLink({ place, title, name, keys, icon, count = 0 }: PlaceLinkProps) {
  const here = useSelection((selection) => selection.place === place)
  return (
    <Tooltip text={title} keys={keys} side="right">
      <a
        className="rail-place"
        href={`#${place}`}
        aria-label={name}
        aria-keyshortcuts={useAriaKeys(keys)}
        aria-current={here ? 'page' : undefined}
        onClick={(event) => {
          event.preventDefault()
          go(place)
        }}
      >
        {icon}
        {count > 0 && <b>{count > 99 ? '99+' : count}</b>}
      </a>
    </Tooltip>
  )
}
