import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, hexOf } from '../../../src-main/adapters/store/crc32'
import { electronCommand } from '../../runtime/desktop/electron-command.mjs'
import { out } from '../../runtime/paths.mjs'
import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'
import { picture } from './picture'

const segment = (profile: string) => join(profile, 'desk/journal/000001.log')

test('on a full disk new work is refused in words and nothing is lost; with room again all goes on', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'No room', 'Before')
  await atWork.openTicket('No room')
  await expect(atWork.log).toContainText('Before')
  await atWork.fillDisk(true)
  await atWork.sendReply('Written on a full disk')
  const band = atWork.window.getByRole('alert').filter({ hasText: 'The disk is full' })
  await expect(band.first()).toBeVisible()
  await expect(atWork.window.getByText('The disk is full. This was not kept')).toBeVisible()
  await expect(atWork.reply).toHaveValue('Written on a full disk')
  mira.write(topic, 'While it was full')
  await atWork.button('Claim').click()
  await expect(atWork.window.getByRole('region', { name: 'Notices' })).toContainText('The disk is full.')
  await expect(atWork.button('Claim')).toBeVisible()
  await picture(atWork, 'disk-full', ['light', 'dark'])
  expect(mira.received(topic)).toEqual([])

  await atWork.fillDisk(false)
  await expect(atWork.log).toContainText('While it was full', { timeout: 30_000 })
  await expect(atWork.window.getByText(/^The disk has been full since/)).toHaveCount(0)
  const guard = atWork.window.getByRole('alert').filter({ hasText: 'wrote while you were typing.' })
  await guard.getByRole('button', { name: 'Read it first' }).click()
  await atWork.reply.press('Control+Enter')
  await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['Written on a full disk'])
  await expect(atWork.log.getByRole('article')).toHaveCount(3)
})

test('a damaged journal is told with what is intact; keeping that works, and Telegram brings back the rest', async ({
  atWork,
  dc,
  open,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Survivor', 'Intact words')
  await atWork.openTicket('Survivor')
  mira.write(topic, 'Words under the scratch')
  // What stands in the very last append cannot be told from a write that the power cut short.
  await expect(atWork.log).toContainText('Words under the scratch')
  mira.write(topic, 'Words behind the scratch')
  await expect(atWork.log).toContainText('Words behind the scratch')
  await atWork.kill()
  const bytes = readFileSync(segment(atWork.profile))
  const at = bytes.indexOf('Words under the scratch')
  expect(at).toBeGreaterThan(0)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
  writeFileSync(segment(atWork.profile), bytes)

  const again = await open({ profile: atWork.profile })
  await expect(again.window.getByRole('heading', { name: 'The desk’s file is damaged' })).toBeVisible()
  await expect(again.window.getByRole('definition').first()).toHaveText(/^3 tickets, [\d,]+ events$/)
  await picture(again, 'repair', ['light', 'dark'])
  expect(readFileSync(segment(atWork.profile)).equals(bytes)).toBe(true)
  await again.button('Keep what is intact').click()
  await expect(again.strip).toContainText('Connected')
  await again.openTicket('Survivor')
  await expect(again.log.getByRole('article')).toHaveText([
    /Intact words/,
    /Words under the scratch/,
    /Words behind the scratch/,
  ])
  const aside = readdirSync(join(atWork.profile, 'desk/journal')).filter((name) => name.includes('.damaged-'))
  expect(aside).toHaveLength(1)
  expect(readFileSync(join(atWork.profile, 'desk/journal', aside[0] ?? '')).equals(bytes)).toBe(true)
})

test('a desk written by a newer Topicdesk is left alone, and a sentence says so', async ({
  atWork,
  open,
}) => {
  await atWork.kill()
  const path = segment(atWork.profile)
  const bytes = readFileSync(path)
  const end = bytes.indexOf(0x0a)
  const header = JSON.parse(bytes.toString('utf8', 9, end)) as Record<string, unknown>
  const newer = Buffer.from(JSON.stringify({ ...header, format: 99 }))
  const whole = Buffer.concat([Buffer.from(`${hexOf(crc32(newer))} `), newer, bytes.subarray(end)])
  writeFileSync(path, whole)
  const again = await open({ profile: atWork.profile })
  await expect(
    again.window.getByRole('heading', { name: 'This desk was written by a newer Topicdesk' }),
  ).toBeVisible()
  await expect(again.window.getByText(/format 99, this one knows \d+/)).toBeVisible()
  await picture(again, 'newer-format')
  await again.close()
  expect(readFileSync(path).equals(whole)).toBe(true)
})

test('a second start on the same profile ends at once and brings the first to the front', async ({
  atWork,
}) => {
  const isVisible = () =>
    atWork.launched.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false,
    )
  await atWork.launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  expect(await isVisible()).toBe(false)
  expect(await startAgain(atWork)).toBe(0)
  await expect.poll(isVisible).toBe(true)
  await expect(atWork.strip).toContainText('Connected')
})

/** Starts the app as a person would who forgot that it runs; answers how it ended. Nobody drives this one. */
async function startAgain({ desktop, profile }: DeskPage): Promise<number | null> {
  const { executable, args, env } = electronCommand(desktop)
  const second = spawn(executable, [...args, `--user-data-dir=${profile}`, out('test-main')], {
    env: { ...desktop.env, ...env },
    stdio: 'ignore',
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  return code
}
