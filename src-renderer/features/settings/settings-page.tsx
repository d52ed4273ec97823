import './settings.css'
import { ArrowLeft, ChevronRight, Search, SearchX, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useAction } from '../../desk/actions'
import { go } from '../../desk/selection-store'
import { type SettingsPageId, showSettings, useSettingsPlace } from '../../desk/settings-place-store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { IconButton } from '../../ui/icon-button'
import { useAboutSection } from './about-section'
import { useKeysSection } from './keys-section'
import { useLookSection } from './look-section'
import { useNotificationSection } from './notification-section'
import { usePromiseSection } from './promise-section'
import { useSendingSection } from './sending-section'
import { matching, type SettingRow, type SettingSection } from './setting-row'
import { useTierSection } from './tier-section'
import { useSectionInSight } from './use-section-in-sight'

/** A part of the settings that needs a page of its own. */
export interface SettingsSubpage {
  readonly id: SettingsPageId
  readonly title: string
  /** Its name among the settings, if the page's own would say too little. */
  readonly row?: string
  readonly hint: string
  /** More words to find it by. */
  readonly words: string
  /** How many things there want a look. */
  readonly count?: number
  readonly content: ReactNode
}

interface SettingsPageProps {
  /** Who the desk speaks as; another feature, put here by the app. */
  readonly accounts: SettingSection
  readonly intake: SettingsSubpage
  readonly diagnostics: readonly SettingsSubpage[]
}

/** Everything that can be set, on one page; saved at once, found by words. What needs more room has its own page. */
export function SettingsPage({ accounts, intake, diagnostics }: SettingsPageProps) {
  const [query, setText] = useState('')
  const { page, section } = useSettingsPlace()
  const subpages = [intake, ...diagnostics]
  const open = subpages.find(({ id }) => id === page)
  const all = [
    accounts,
    { id: 'intake', title: 'Intake', rows: [rowOf(intake)], opens: intake.id },
    useNotificationSection(),
    usePromiseSection(),
    useTierSection(),
    useLookSection(),
    useSendingSection(),
    useKeysSection(),
    { id: 'diagnostics', title: 'Diagnostics', rows: diagnostics.map(rowOf) },
    useAboutSection(),
  ]
  function setQuery(text: string) {
    setText(text)
    if (text !== '') showSettings(null)
  }
  const shown = matching(all, query)
  const search = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const shownPage = useRef<SettingsPageId | null>(null)
  useEffect(() => {
    if (useSettingsPlace.getState().page === null) search.current?.focus()
  }, [])
  // A page that was opened takes the focus; one that was left gives it to the button that opened it.
  useEffect(() => {
    const left = shownPage.current
    shownPage.current = page
    const isFree = document.activeElement === document.body || !isSeen(document.activeElement)
    if (left === page || !isFree) return
    const target = page === null ? `[data-opens=${left}]` : 'h2'
    body.current?.querySelector<HTMLElement>(target)?.focus({ preventScroll: page !== null })
  }, [page])
  const { here, look, goTo } = useSectionInSight(
    body,
    shown.map(({ id }) => id),
  )
  useEffect(() => {
    if (page === null && section !== null) goTo(section)
    else if (page === null) look()
  }, [page, section, goTo, look])
  useAction({
    id: 'search-settings',
    title: 'Search settings',
    group: 'go',
    keys: ['/'],
    run: () => search.current?.focus(),
  })
  useAction({
    id: 'leave-settings',
    title: open ? 'Back to the settings' : 'Back to the desk',
    group: 'go',
    keys: ['Escape'],
    run: () => (open ? showSettings(null) : go('desk')),
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
              if (query !== '') setQuery('')
              else if (open) showSettings(null)
              else go('desk')
            }}
          />
          {query && (
            <IconButton label="Clear the search" icon={<X size={14} />} onClick={() => setQuery('')} />
          )}
        </div>
        <ul>
          {shown.map(({ id, title, opens, rows }) => (
            <li key={id}>
              <NavLink
                title={title}
                target={id}
                here={
                  opens !== undefined && opens === page ? 'page' : page === null && id === here && 'location'
                }
                onOpen={() =>
                  opens ? showSettings(opens) : page === null ? goTo(id) : showSettings(null, id)
                }
              />
              {opens === undefined && rows.some((row) => row.opens) && (
                <ul>
                  {rows.flatMap(({ id: row, title: words, opens: to, count }) =>
                    to ? (
                      <li key={row}>
                        <NavLink
                          title={words}
                          target={row}
                          here={to === page && 'page'}
                          count={count}
                          onOpen={() => showSettings(to)}
                        />
                      </li>
                    ) : (
                      []
                    ),
                  )}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {open ? (
        <div className="settings-body" key={open.id} ref={body}>
          <div className="settings-page">
            <header>
              <IconButton
                label="Back to the settings"
                keys="Escape"
                icon={<ArrowLeft size={16} />}
                onClick={() => showSettings(null)}
              />
              <div>
                <h2 tabIndex={-1}>{open.title}</h2>
                <p>{open.hint}</p>
              </div>
            </header>
            {open.content}
          </div>
        </div>
      ) : (
        <div className="settings-body" key="all" ref={body} onScroll={look}>
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
      )}
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

const isSeen = (element: Element | null) => element !== null && element.getClientRects().length > 0

interface NavLinkProps {
  readonly title: string
  readonly target: string
  /** Whether its page is open, or one has scrolled to its part. */
  readonly here: 'page' | 'location' | false
  readonly count?: number | undefined
  readonly onOpen: () => void
}

function NavLink({ title, target, here, count = 0, onOpen }: NavLinkProps) {
  return (
    <a
      href={`#settings-${target}`}
      aria-current={here || undefined}
      onClick={(event) => {
        event.preventDefault()
        onOpen()
      }}
    >
      {title}
      {count > 0 && <span className="settings-count">{count}</span>}
    </a>
  )
}

/** A page of its own, as a row to find it by. */
function rowOf({ id, title, row = title, hint, words, count }: SettingsSubpage): SettingRow {
  return {
    id,
    title: row,
    hint,
    words,
    opens: id,
    ...(count === undefined ? {} : { count }),
    control: (
      <Button aria-label={`Open ${title}`} data-opens={id} onClick={() => showSettings(id)}>
        Open
        <ChevronRight size={14} />
      </Button>
    ),
  }
}
