import { readFileSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'

/** Where a window was left: its bounds when not maximised, in device-independent pixels. */
export interface WindowPlace {
  readonly bounds: Rectangle
  readonly isMaximized: boolean
}

/** Remembers where the window was left. */
export interface WindowPlaces {
  /** Null when it was never kept, or what was kept cannot be read. */
  read(): WindowPlace | null
  write(place: WindowPlace): void
}

/**
 * Remembers the place in a small file. It is a convenience: a file that cannot be read or written is no error.
 *
 * @param path absolute; its folder exists
 */
export function windowPlaces(path: string): WindowPlaces {
  return {
    read() {
      try {
        return placeIn(JSON.parse(readFileSync(path, 'utf8')))
      } catch {
        return null
      }
    },
    write(left) {
      try {
        writeFileSync(path, JSON.stringify(left))
      } catch {
        // A full or read-only disk has its own banner; the window opens where it always did.
      }
    },
  }
}

/** Reads what may be anything, field by field: the file is the person's to edit. */
function placeIn(kept: { bounds?: Partial<Rectangle>; isMaximized?: boolean } | null): WindowPlace | null {
  const { x, y, width, height } = kept?.bounds ?? {}
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height) || width < 1 || height < 1)
    return null
  return { bounds: { x, y, width, height }, isMaximized: kept?.isMaximized === true }
}

const isWhole = (value: unknown): value is number => Number.isInteger(value)

const first = { width: 1320, height: 860 }
const least = { width: 960, height: 600 }
/** At least this much of the title bar must be on a screen, so that the window can be seen and dragged. */
const grip = { width: 160, height: 40 }

/**
 * Where to open the window: as it was left, if enough of it would be on one of the screens there are now, else in
 * the middle of the primary one.
 *
 * @param areas the parts of each screen that windows may use
 */
export function fitPlace(
  left: WindowPlace | null,
  areas: readonly Rectangle[],
  primary: Rectangle,
): WindowPlace {
  if (left && areas.some((area) => isInReach(left.bounds, area))) {
    const width = Math.max(left.bounds.width, least.width)
    const height = Math.max(left.bounds.height, least.height)
    return { bounds: { ...left.bounds, width, height }, isMaximized: left.isMaximized }
  }
  const width = Math.max(least.width, Math.min(first.width, primary.width))
  const height = Math.max(least.height, Math.min(first.height, primary.height))
  const x = primary.x + Math.max(0, Math.round((primary.width - width) / 2))
  const y = primary.y + Math.max(0, Math.round((primary.height - height) / 2))
  return { bounds: { x, y, width, height }, isMaximized: left?.isMaximized ?? false }
}

function isInReach(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const isTitleOn = bounds.y >= area.y && bounds.y + grip.height <= area.y + area.height
  return across >= grip.width && isTitleOn
}
