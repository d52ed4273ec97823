/** How many of the elements that had the focus are remembered, to go back to one of them. */
const most = 8
const tabbable = 'a[href],button,input,textarea,select,[tabindex="0"]'

/** What had the focus, and all that held it, inside out. */
interface Focused {
  readonly element: HTMLElement
  readonly rooms: readonly HTMLElement[]
}

/**
 * Keeps the focus where it was when what had it is taken away, moved or disabled: browsers leave it to the page then, and
 * the next key starts from nowhere. It stays on what was only moved; else it goes to the nearest named part of the window
 * around it, or, where nothing is left to be pressed in that, back to where it was before. Whoever moves it on purpose
 * comes first. Answers how to stop.
 */
export function keepFocus(): () => void {
  let past: readonly Focused[] = []
  let isLost = false

  function note() {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return
    const others = past.filter((one) => one.element !== element)
    past = [...others, { element, rooms: roomsOf(element) }].slice(-most)
  }
  /** A press beside everything leaves the focus to the page, and that is meant. */
  function forget() {
    if (document.activeElement === document.body) past = []
  }
  function look(records: readonly MutationRecord[]) {
    const element = past.at(-1)?.element
    if (element === undefined || isLost) return
    isLost = records.some(({ type, target, removedNodes }) =>
      type === 'attributes'
        ? target === element && element.matches(':disabled')
        : [...removedNodes].some((node) => node.contains(element)),
    )
    // Two frames later: a dialog that closes, and whoever asks for the focus, have given it on by then.
    if (isLost) requestAnimationFrame(() => requestAnimationFrame(giveOn))
  }
  function giveOn() {
    isLost = false
    const lost = past.at(-1)
    if (lost === undefined || document.activeElement !== document.body) return
    const { element, rooms } = lost
    if (isThere(element) && !element.matches(':disabled')) element.focus({ preventScroll: true })
    else {
      const room = rooms.find((one) => isThere(one) && isNamed(one))
      if (room?.querySelector(tabbable)) hold(room)
      else past.findLast((one) => isThere(one.element))?.element.focus({ preventScroll: true })
    }
  }

  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', note)
  document.addEventListener('click', forget, { capture: true })
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', note)
    document.removeEventListener('click', forget, { capture: true })
  }
}

function roomsOf(element: HTMLElement): readonly HTMLElement[] {
  const rooms: HTMLElement[] = []
  for (let room = element.parentElement; room && room !== document.body; room = room.parentElement)
    rooms.push(room)
  return rooms
}

const isThere = (element: HTMLElement) => element.isConnected && element.getClientRects().length > 0

const isNamed = (room: HTMLElement) =>
  room.tabIndex >= 0 || room.hasAttribute('aria-label') || room.hasAttribute('aria-labelledby')

/** Gives the focus to a part that does not take it by itself, for as long as it has it. */
function hold(room: HTMLElement) {
  if (!room.hasAttribute('tabindex')) {
    room.tabIndex = -1
    room.dataset.held = ''
    const letGo = () => {
      room.removeAttribute('tabindex')
      delete room.dataset.held
    }
    room.addEventListener('blur', letGo, { once: true })
  }
  room.focus({ preventScroll: true })
}
