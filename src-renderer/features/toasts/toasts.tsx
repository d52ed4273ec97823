import './toasts.css'
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { useAction } from '../../desk/actions'
import { useSelection } from '../../desk/selection-store'
import { dismissToast, type Toast, useToasts } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/icon-button'

const lifeMs = 6000
const icons = { good: CircleCheck, info: Info, warn: TriangleAlert, bad: CircleAlert } as const

/** The toasts, newest at the bottom. The newest Undo answers to Z. */
export function Toasts({ first }: { readonly first?: ReactNode }) {
  const toasts = useToasts(({ toasts }) => toasts)
  const isAtDesk = useSelection(({ place }) => place === 'desk')
  const undo = toasts.findLast(({ action }) => action?.label === 'Undo')
  useAction({
    id: 'undo',
    title: 'Undo',
    group: 'desk',
    keys: ['Z', 'Mod+Z'],
    enabled: undo !== undefined,
    run: () => undo && act(undo),
  })
  return (
    <section className={classNames('toasts', !isAtDesk && 'narrow')} aria-label="Notices">
      {first}
      {toasts.map((shown) => (
        <ToastLine key={shown.id} toast={shown} answersToZ={shown === undo} />
      ))}
    </section>
  )
}

function act({ id, action }: Toast) {
  dismissToast(id)
  action?.run()
}

function followFocus(changed: () => void) {
  window.addEventListener('focus', changed)
  window.addEventListener('blur', changed)
  return () => {
    window.removeEventListener('focus', changed)
    window.removeEventListener('blur', changed)
  }
}

/**
 * One line. It leaves after six seconds in a window that somebody looks at, unless it tells of a failure or the pointer
 * or focus is on it.
 */
function ToastLine({ toast, answersToZ }: { readonly toast: Toast; readonly answersToZ: boolean }) {
  const { id, tone, text, detail, action } = toast
  const [isUnderPointer, setUnderPointer] = useState(false)
  const [hasFocus, setFocus] = useState(false)
  const isWatched = useSyncExternalStore(followFocus, () => document.hasFocus())
  const stays = tone === 'bad' || isUnderPointer || hasFocus || !isWatched
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => dismissToast(id), lifeMs)
    return () => clearTimeout(timer)
  }, [id, stays])
  const Icon = icons[tone]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only holds it; its buttons do the rest
    <div
      className={classNames('toast', tone)}
      role={tone === 'bad' ? 'alert' : 'status'}
      onPointerEnter={() => setUnderPointer(true)}
      onPointerLeave={() => setUnderPointer(false)}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
    >
      <Icon size={16} />
      <div className="toast-words">
        <bdi className={detail ? 'toast-text title' : 'toast-text'}>{text}</bdi>
        {detail && <bdi className="toast-detail clip">{detail}</bdi>}
      </div>
      {action && (
        <Button look="quiet" size="small" keys={answersToZ ? 'Z' : undefined} onClick={() => act(toast)}>
          {action.label}
        </Button>
      )}
      {(tone === 'bad' || !action) && (
        <IconButton label="Dismiss" icon={<X size={14} />} side="top" onClick={() => dismissToast(id)} />
      )}
    </div>
  )
}
