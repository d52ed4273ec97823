/** What is asked of the platform for one notification. The names are Electron's. */
export interface ToastOptions {
  readonly title: string
  readonly body: string
  readonly urgency: 'normal' | 'critical'
  readonly timeoutType: 'default' | 'never'
  readonly actions: { type: 'button'; text: string }[]
}

/** What is used of Electron's `Notification`, which fits this as it is. */
export interface Toast {
  on(event: 'show' | 'click' | 'close', listener: () => void): unknown
  on(event: 'failed', listener: (event: unknown, why: string) => void): unknown
  /** The index came second before it came inside the details. */
  on(event: 'action', listener: (details: { readonly actionIndex?: number }, index?: number) => void): unknown
  show(): void
  close(): void
}

/** The class `Notification` of Electron. */
export interface Toasts {
  new (options: ToastOptions): Toast
  isSupported(): boolean
}
