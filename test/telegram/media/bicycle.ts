import { Random } from '../random'
import type { Colour, Paint } from './jpeg'

const FRAMES: readonly Colour[] = [
  [46, 125, 87],
  [192, 72, 58],
  [58, 102, 170],
  [214, 158, 46],
]

/** A bicycle at the roadside, the same for the same seed: a colour, a place for the sun, and a flat tyre or not. */
export function bicycle(seed: number): Paint {
  const random = new Random(seed)
  const frame = random.pick(FRAMES)
  const sunX = 0.15 + random.next() * 0.7
  const isFlat = random.next() < 0.5
  const wheels = [
    [0.3, 0.68],
    [0.7, 0.68],
  ] as const
  const tubes = [
    [0.3, 0.68, 0.45, 0.45],
    [0.45, 0.45, 0.63, 0.45],
    [0.45, 0.45, 0.5, 0.68],
    [0.5, 0.68, 0.63, 0.45],
    [0.3, 0.68, 0.5, 0.68],
    [0.61, 0.38, 0.7, 0.68],
    [0.44, 0.4, 0.46, 0.46],
  ] as const
  return (x, y) => {
    for (const [left, top, right, bottom] of tubes) {
      if (distance(x, y, left, top, right, bottom) < 0.012) return frame
    }
    for (const [index, [wheelX, wheelY]] of wheels.entries()) {
      const squash = isFlat && index === 0 && y > wheelY ? 1.25 : 1
      const away = Math.hypot((x - wheelX) * 1.33, (y - wheelY) * squash)
      if (away > 0.14 && away < 0.165) return [32, 34, 38]
      if (away < 0.14 && Math.abs(Math.sin(Math.atan2(y - wheelY, x - wheelX) * 8)) < 0.08)
        return [150, 154, 160]
    }
    if (y > 0.83) return [122, 118, 112]
    if (y > 0.78) return [96, 140, 84]
    if (Math.hypot((x - sunX) * 1.33, y - 0.18) < 0.07) return [255, 224, 140]
    return [150 + y * 70, 190 + y * 40, 232 + y * 10]
  }
}

function distance(x: number, y: number, left: number, top: number, right: number, bottom: number): number {
  const [dx, dy] = [right - left, bottom - top]
  const along = Math.max(0, Math.min(1, ((x - left) * dx + (y - top) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - left - along * dx, y - top - along * dy)
}
