import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
 * @param {{ shown: string, wantedAction: string }} files
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
        const [at = '', id = '', app = '', summary = '', body = '', , urgency = ''] = fields
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
   * The service counts those on the screen from zero, oldest first.
   *
   * @param {number} id
   */
  const positionOf = (id) => {
    const up = [
      ...new Set(
        shown()
          .filter((one) => one.isUp)
          .map((one) => one.id),
      ),
    ].sort((a, b) => a - b)
    const position = up.indexOf(id)
    if (position < 0)
      throw new Error(`Notification ${id} is not on the screen; ${up.join(', ') || 'none'} is.`)
    return String(position)
  }

  return {
    shown,
    /** A click on the notification itself. @param {number} id */
    click: (id) => {
      dunstctl('action', positionOf(id))
    },
    /**
     * A click on one of its buttons.
     *
     * @param {number} id
     * @param {string} name as written on the button
     */
    act: (id, name) => {
      const position = positionOf(id)
      writeFileSync(files.wantedAction, name)
      dunstctl('context', position)
    },
    /** Takes all off the screen, as a person who has seen enough. */
    closeAll: () => {
      dunstctl('close-all')
    },
  }
}

/** @typedef {ReturnType<typeof notificationsOf>} Notifications */
