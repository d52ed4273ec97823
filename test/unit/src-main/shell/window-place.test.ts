import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fitPlace, windowPlaces } from '../../../../src-main/shell/window-place'

const primary = { x: 0, y: 25, width: 1920, height: 1055 }
const second = { x: 1920, y: 0, width: 1280, height: 1024 }
const left = { bounds: { x: 2000, y: 100, width: 1100, height: 700 }, isMaximized: false }

describe('the window opens where it was left', () => {
  test('for the first time in the middle of the primary screen', () => {
    expect(fitPlace(null, [primary, second], primary)).toEqual({
      bounds: { x: 300, y: 123, width: 1320, height: 860 },
      isMaximized: false,
    })
  })

  test('on a second screen that is still there', () => {
    expect(fitPlace(left, [primary, second], primary)).toEqual(left)
  })

  test('on the primary screen when the second is gone', () => {
    expect(fitPlace(left, [primary], primary).bounds).toEqual({ x: 300, y: 123, width: 1320, height: 860 })
  })

  test('maximised if it was', () => {
    expect(fitPlace({ ...left, isMaximized: true }, [primary], primary).isMaximized).toBe(true)
  })

  test('within reach when its title bar would be above the screen', () => {
    const above = { ...left, bounds: { ...left.bounds, y: -30 } }
    expect(fitPlace(above, [primary, second], primary).bounds.x).toBe(300)
  })

  test('never smaller than its smallest, even on a small screen', () => {
    const small = { x: 0, y: 0, width: 800, height: 500 }
    expect(fitPlace(null, [small], small).bounds).toEqual({ x: 0, y: 0, width: 960, height: 600 })
    const tiny = { bounds: { x: 10, y: 10, width: 300, height: 200 }, isMaximized: false }
    expect(fitPlace(tiny, [primary], { ...primary, y: 0 }).bounds).toMatchObject({ width: 1320 })
  })

  test('the file keeps it, and a damaged or impossible file is as good as none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'place-'))
    const file = join(folder, 'window.json')
    expect(windowPlaces(file).read()).toBeNull()
    windowPlaces(file).write(left)
    expect(windowPlaces(file).read()).toEqual(left)
    for (const damaged of [
      '',
      '{',
      '{"bounds":{"x":1}}',
      '{"bounds":{"x":0,"y":0,"width":-5,"height":1},"isMaximized":false}',
    ]) {
      writeFileSync(file, damaged)
      expect(windowPlaces(file).read()).toBeNull()
    }
    rmSync(folder, { recursive: true })
    expect(() => windowPlaces(file).write(left)).not.toThrow()
  })
})
