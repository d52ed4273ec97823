import './settings.css'
import { Search, SearchX, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useAction } from '../../desk/actions'
import { go } from '../../desk/selection-store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { IconButton } from '../../ui/icon-button'
import { useAboutSection } from './about-section'
import { useAccountSection } from './account-section'
import { useKeysSection } from './keys-section'
import { useLookSection } from './look-section'
import { useNotificationSection } from './notification-section'
import { usePromiseSection } from './promise-section'
import { useSendingSection } from './sending-section'
import { matching, type SettingSection } from './setting-row'

/** Everything that can be set, on one page; saved at once, found by words. */
export function SettingsPage() {
  const [query, setQuery] = useState('')
  const all = [
    useAccountSection(),
    useNotificationSection(),
    usePromiseSection(),
    useLookSection(),
    useSendingSection(),
    useKeysSection(),
    useAboutSection(),
  ]
  const shown = matching(all, query)
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  useAction({
    id: 'search-settings',
    title: 'Search settings',
    group: 'go',
    keys: ['/'],
    run: () => search.current?.focus(),
  })
  useAction({
    id: 'leave-settings',
    title: 'Back to the desk',
    group: 'go',
    keys: ['Escape'],
    run: () => go('desk'),
  })

  return (
    <main className="place settings" aria-label="Settings" data-part="settings">
      <nav className="settings-nav" aria-label="Parts of the settings">
        <h1>Settings</h1>
        <div className="field">
          <Search size={15} />
          <input
            ref={search}
            type="search"
            aria-label="Search settings"
            placeholder="Search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.preventDefault()
              if (query === '') go('desk')
              else setQuery('')
            }}
          />
          {query && (
            <IconButton label="Clear the search" icon={<X size={14} />} onClick={() => setQuery('')} />
          )}
        </div>
        <ul>
          {shown.map(({ id, title }) => (
            <li key={id}>
              <a
                href={`#settings-${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(`settings-${id}`)?.scrollIntoView()
                }}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings-body">
        {shown.map((section) => (
          <Section key={section.id} section={section} />
        ))}
        {shown.length === 0 && (
          <EmptyState
            icon={<SearchX />}
            title="No setting matches"
            action={
              <Button size="small" onClick={() => setQuery('')}>
                Clear the search
              </Button>
            }
          />
        )}
      </div>
    </main>
  )
}

function Section({ section }: { readonly section: SettingSection }) {
  const titleId = `settings-${section.id}`
  return (
    <section aria-labelledby={titleId} className="settings-section">
      <h2 id={titleId}>{section.title}</h2>
      {section.rows.map(({ id, title, hint, control, wide }) => (
        <div key={id} className={wide ? 'setting wide' : 'setting'}>
          <div className="setting-words">
            <h3>{title}</h3>
            {hint && <p>{hint}</p>}
          </div>
          {control && <div className="setting-control">{control}</div>}
        </div>
      ))}
    </section>
  )
}
