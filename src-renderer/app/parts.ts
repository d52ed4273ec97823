/** The parts F6 goes through, and what takes the focus in each (interface.md section 10). */
const parts = [
  { room: '[data-part=rail]', first: '[aria-current]' },
  { room: '[data-part=queue]', first: '[role=listbox]' },
  { room: '[data-part=settings]', first: '[role=searchbox]' },
  { room: '[data-part=conversation]', first: '[role=log]' },
  { room: 'form[aria-label=Composer]', first: 'textarea,[role=textbox]' },
  { room: '[data-part=sheet]', first: '[role=tab][aria-selected=true]' },
] as const

const tabbable = 'a[href],button:not([disabled]),input,textarea,[tabindex="0"]'

function target(part: (typeof parts)[number]): HTMLElement | null {
  for (const room of document.querySelectorAll<HTMLElement>(part.room)) {
    const candidates = [
      ...room.querySelectorAll<HTMLElement>(part.first),
      ...room.querySelectorAll<HTMLElement>(tabbable),
    ]
    const seen = candidates.find((element) => element.tabIndex >= 0 && element.getClientRects().length > 0)
    if (seen) return seen
  }
  return null
}

/** Moves the focus to the next (1) or previous (-1) part that is there; the composer counts as its own. */
export function moveBetweenParts(by: 1 | -1): void {
  const at = parts.findLastIndex(({ room }) => document.activeElement?.closest(room))
  for (let far = 1; far <= parts.length; far++) {
    const part = parts[(((at + by * far) % parts.length) + parts.length) % parts.length]
    const next = part && target(part)
    if (!next) continue
    next.focus()
    return
  }
}
