import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './children.mjs'
import { asUser } from './user.mjs'

/**
 * One notification as the notification service showed it.
 *
 * @typedef {object} ShownNotification
 * @property {number} id the service's own number for it
 * @property {string} app
 * @property {string} summary
 * @property {string} body
 * @property {string} urgency LOW, NORMAL or CRITICAL
 * @property {number} at epoch milliseconds, with a fraction
 * @property {boolean} isUp whether it is still on the screen
 */

/**
 * Reads back from the notification service what it showed, and acts on it there as a person would.
 *
 * @param {NodeJS.ProcessEnv} env of the private desktop
 * @param {{ shown: string, wanted: string, chosen: string }} files
 */
export const notificationsOf = (env, files) => {
  /** @param {string[]} args */
  const dunstctl = (...args) => {
    const [program = '', ...rest] = [...asUser(), 'dunstctl', ...args]
    const { status, stdout, stderr } = spawnSync(program, rest, { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`dunstctl ${args[0]} failed: ${stderr}`)
    return stdout
  }

  /** The numbers of those that were closed, by someone or by the app. */
  const closed = () => {
    /** @type {{ data: { id: { data: number } }[][] }} */
    const history = JSON.parse(dunstctl('history'))
    return new Set(history.data.flat().map((entry) => entry.id.data))
  }

  /** @returns {ShownNotification[]} all since the desktop started, oldest first */
  const shown = () => {
    const gone = closed()
    return readdirSync(files.shown)
      .filter((name) => !name.endsWith('.part'))
      .sort()
      .map((name) => {
        const fields = readFileSync(join(files.shown, name), 'utf8').split('\0')
        const [at = '', id = '', app = '', summary = '', body = '', urgency = ''] = fields
        return {
          id: Number(id),
          app,
          summary,
          body,
          urgency,
          at: Number(at) / 1000,
          isUp: !gone.has(Number(id)),
        }
      })
  }

  /**
   * The service's menu has a line for each action: `#Claim (Lena: where is my bike) [3,0]`.
   *
   * @param {string} line a pattern for the whole of it
   */
  const choose = async (line) => {
    rmSync(files.chosen, { force: true })
    writeFileSync(files.wanted, line)
    // The service ignores the call while it is still busy with the menu before.
    let looks = 0
    await until('the menu of notifications', () => {
      if (looks++ % 20 === 0) dunstctl('context')
      return existsSync(files.chosen)
    })
    if (readFileSync(files.chosen, 'utf8') === '')
      throw new Error(`No notification on the screen offers ${line}.`)
  }

  return {
    shown,
    /** A click on the notification itself. @param {number} id */
    click: (id) => choose(`\\[${id},default\\]$`),
    /**
     * A click on one of its buttons.
     *
     * @param {number} id
     * @param {string} name as written on the button
     */
    act: (id, name) => choose(`^#${name.replace(/[^\w ]/g, '.')} \\(.*\\[${id},[^],]*\\]$`),
    /** Takes all off the screen, as a person who has seen enough. */
    closeAll: () => {
      dunstctl('close-all')
    },
  }
}

/** @typedef {ReturnType<typeof notificationsOf>} Notifications */
