import './popup.css'
import './dialog.css'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  /** The accessible name; drawn as the heading unless `bare`. */
  readonly title: string
  /** No heading and no padding: the children draw all. */
  readonly bare?: boolean
  readonly className?: string
  /** What takes the focus when it opens; by default the dialog itself, so that Enter presses nothing. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  /** What takes the focus when it closes; null gives it back to what had it, false leaves it where it is by then. */
  readonly focusAfter?: () => HTMLElement | null | false
  /** The buttons, right-aligned under the content. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A dialog in the middle of the window. The focus stays inside; Escape closes it. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, bare = false, className, initialFocus, focusAfter, actions, children } = props
  const own = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup
          className={classNames('popup dialog', bare && 'bare', className)}
          {...(bare ? { 'aria-label': title } : {})}
          ref={own}
          tabIndex={-1}
          initialFocus={initialFocus ?? own}
          {...(focusAfter ? { finalFocus: () => focusAfter() ?? true } : {})}
        >
          {bare ? (
            children
          ) : (
            <>
              <header className="dialog-head">
                <Base.Title className="dialog-title">{title}</Base.Title>
                <IconButton label="Close" icon={<X size={16} />} onClick={onClose} />
              </header>
              <div className="dialog-body">{children}</div>
              {actions && <footer className="dialog-actions">{actions}</footer>}
            </>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
