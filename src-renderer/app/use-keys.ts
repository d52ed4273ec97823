import { useEffect } from 'react'
import { useActions } from '../desk/action-store'
import { keyChanges, withChange } from '../desk/key-changes'
import { keyStep } from '../desk/key-step'
import { isMac } from '../ui/key-words'
import { findAction, type Where } from './find-action'

const patienceMs = 1200

function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'range', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}

/**
 * A menu or a card owns the keys while it is open, except for those with Ctrl or Alt. A dialog owns these too, wherever
 * the focus is: what lies behind its scrim must not move.
 */
function whereIs(target: EventTarget | null): Where {
  if (document.querySelector('.dialog[data-open]') !== null) return 'dialog'
  const isInPopup = target instanceof Element && target.closest('[role=dialog],[role=menu]') !== null
  return isText(target) || isInPopup ? 'text' : 'open'
}

/** Hears keys for the whole window and runs what they mean (interface.md section 10). */
export function useKeys(): void {
  useEffect(() => {
    const mac = isMac()
    let begun: string | null = null
    let timer: ReturnType<typeof setTimeout> | undefined

    function hear(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return
      const step = keyStep(event, mac)
      if (step === null) return
      const changes = keyChanges()
      const actions = [...useActions.getState().actions.values()]
      const keyed = actions.map((action) => withChange(action, changes))
      const found = findAction(keyed, begun, step, whereIs(event.target))
      clearTimeout(timer)
      begun = null
      if (found.kind === 'begun') {
        begun = found.step
        timer = setTimeout(() => {
          begun = null
        }, patienceMs)
      }
      if (found.kind === 'none') return
      event.preventDefault()
      if (found.kind === 'run') found.action.run()
    }

    window.addEventListener('keydown', hear)
    return () => {
      window.removeEventListener('keydown', hear)
      clearTimeout(timer)
    }
  }, [])
}
