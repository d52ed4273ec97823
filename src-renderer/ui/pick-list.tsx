import { Search } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { classNames } from './class-names'

const strides: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** What a field and the list under it share: which line is chosen, and how another comes to be. */
export interface PickList<Item> {
  readonly listId: string
  readonly chosen: Item | undefined
  readonly idOf: (item: Item) => string
  readonly onPick: (item: Item) => void
  readonly press: (event: KeyboardEvent) => void
  /** The first line again: the list is another one. */
  readonly restart: () => void
}

/**
 * A list that is walked from the field above it, which keeps the focus: arrows go round, Page keys stop at the ends,
 * Enter picks (interface.md section 14).
 */
export function usePickList<Item>(options: {
  readonly listId: string
  readonly items: readonly Item[]
  /** Ids of lines in the page; they must not change while the line is there. */
  readonly idOf: (item: Item) => string
  readonly onPick: (item: Item) => void
  /** What fits the words in the field is still on its way: Enter waits for it, unless a line was chosen by arrow. */
  readonly isLate?: boolean
}): PickList<Item> {
  const { listId, items, idOf, onPick, isLate = false } = options
  const [at, setAt] = useState(0)
  const [isWaiting, setWaiting] = useState(false)
  const last = items.length - 1
  const chosen = items[Math.min(at, last)]

  function press(event: KeyboardEvent) {
    const by = strides[event.key]
    if (by !== undefined) {
      event.preventDefault()
      setWaiting(false)
      setAt((now) => stride(Math.min(now, last), by, last))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isLate && at === 0) setWaiting(true)
      else if (chosen !== undefined) onPick(chosen)
    }
  }
  useEffect(() => {
    if (!isWaiting || isLate) return
    setWaiting(false)
    if (chosen !== undefined) onPick(chosen)
  }, [isWaiting, isLate, chosen, onPick])

  function restart() {
    setAt(0)
    setWaiting(false)
  }
  return { listId, chosen, idOf, onPick, press, restart }
}

/** Where a step from `at` leads in a list that ends at `last`. */
function stride(at: number, by: number, last: number): number {
  if (last < 0) return 0
  return Math.abs(by) === 1 ? (at + by + last + 1) % (last + 1) : Math.max(0, Math.min(last, at + by))
}

interface PickFieldProps<Item> extends Pick<ComponentProps<'input'>, 'ref' | 'placeholder'> {
  readonly list: PickList<Item>
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly className: string
  /** Pixels of the magnifying glass. */
  readonly glass: number
}

/** The field over the list. */
export function PickField<Item>(props: PickFieldProps<Item>) {
  const { list, label, text, onText, className, glass, ...rest } = props
  return (
    <label className={className}>
      <Search size={glass} />
      <input
        {...rest}
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={list.listId}
        aria-autocomplete="list"
        aria-activedescendant={list.chosen === undefined ? undefined : list.idOf(list.chosen)}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          onText(event.target.value)
          list.restart()
        }}
        onKeyDown={list.press}
      />
    </label>
  )
}

interface PickLineProps<Item> {
  readonly list: PickList<Item>
  readonly item: Item
  readonly className: string
  readonly children: ReactNode
}

/** One line of the list; the chosen one keeps itself in sight. */
export function PickLine<Item>({ list, item, className, children }: PickLineProps<Item>) {
  const line = useRef<HTMLDivElement>(null)
  const isChosen = item === list.chosen
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <div
      ref={line}
      id={list.idOf(item)}
      role="option"
      aria-selected={isChosen}
      className={classNames(className, isChosen && 'chosen')}
      onClick={() => list.onPick(item)}
    >
      {children}
    </div>
  )
}
