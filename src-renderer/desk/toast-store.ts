import { create } from 'zustand'
import { failureOf } from './ask'

/** One line at the bottom left. `bad` stays until it is dismissed; others leave after six seconds. */
export interface Toast {
  readonly id: number
  readonly tone: 'good' | 'info' | 'warn' | 'bad'
  readonly text: string
  /** A quieter second line. */
  readonly detail?: string
  /** `Undo` also answers to Z. */
  readonly action?: { readonly label: string; readonly run: () => void }
  /** A newer toast with the same key takes the place of the older. */
  readonly key?: string
  /** Tells of what Telegram was wanted for: it is no news any more once the link is back. */
  readonly isOffline?: boolean
}

const most = 3
let made = 0

/** The toasts on screen, oldest first. */
export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

/** Shows a toast, at most three at once: the oldest makes room. Answers its id. */
export function toast(words: Omit<Toast, 'id'>): number {
  made += 1
  const next: Toast = { ...words, id: made }
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter(({ key }) => key === undefined || key !== next.key), next].slice(-most),
  }))
  return next.id
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((shown) => shown.id !== id) }))
}

/** Says why something was not done, with a way to do it once more if one is given. */
export function toastFailure(thrown: unknown, again?: () => void): void {
  const { code, message } = failureOf(thrown)
  toast({
    tone: 'bad',
    text: message,
    ...(again === undefined
      ? { isOffline: code === 'offline' }
      : { action: { label: 'Try again', run: again } }),
  })
}

/** The link is back: what was refused for want of it works again. */
export function dropOfflineToasts(): void {
  useToasts.setState(({ toasts }) => {
    const rest = toasts.filter(({ isOffline }) => isOffline !== true)
    return rest.length === toasts.length ? { toasts } : { toasts: rest }
  })
}
