export type TipSide = 'top' | 'right' | 'bottom' | 'left'

/** What a tooltip says, and beside what. */
export interface Tip {
  readonly element: HTMLElement
  readonly text: string
  readonly keys: string | undefined
  readonly side: TipSide
}

const delayMs = 450
/** After one tooltip its neighbours' come at once, for this long. */
const groupMs = 400

/**
 * Tells which tooltip to show (null for none): of the control under a pointer that rests, or that the focus came to by
 * key. Pressing, typing and scrolling end it. Answers how to stop.
 */
export function followTips(show: (tip: Tip | null) => void): () => void {
  let at: HTMLElement | null = null
  let isShown = false
  let hiddenAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  function open() {
    const { tip, tipKeys, tipSide } = at?.dataset ?? {}
    if (at === null || tip === undefined || !at.isConnected) return close()
    isShown = true
    show({ element: at, text: tip, keys: tipKeys, side: (tipSide as TipSide | undefined) ?? 'bottom' })
  }
  function close() {
    clearTimeout(timer)
    at = null
    if (!isShown) return
    isShown = false
    hiddenAt = performance.now()
    show(null)
  }
  function reach(target: EventTarget | null, isSoon: boolean) {
    const next = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null
    if (next === at) return
    const isNeighbour = isShown || performance.now() - hiddenAt < groupMs
    close()
    at = next
    if (next === null) return
    if (isSoon || isNeighbour) open()
    else timer = setTimeout(open, delayMs)
  }

  const over = ({ target, pointerType }: PointerEvent) => pointerType !== 'touch' && reach(target, false)
  const out = ({ relatedTarget }: PointerEvent) => relatedTarget === null && close()
  const focus = ({ target }: FocusEvent) =>
    target instanceof Element && target.matches(':focus-visible') && reach(target, true)
  const ends = { pointerdown: close, keydown: close, wheel: close, focusout: close }
  document.addEventListener('pointerover', over)
  document.addEventListener('pointerout', out)
  document.addEventListener('focusin', focus)
  for (const [name, end] of Object.entries(ends)) document.addEventListener(name, end, { capture: true })
  return () => {
    close()
    document.removeEventListener('pointerover', over)
    document.removeEventListener('pointerout', out)
    document.removeEventListener('focusin', focus)
    for (const [name, end] of Object.entries(ends)) document.removeEventListener(name, end, { capture: true })
  }
}
