import type { Course } from '../desk/course'
import { isSamePerson } from '../people/same-person'
import type { Person } from './message'

/** The team as Telegram names it now: whole. The account itself always belongs to it. */
export function changeTeam(course: Course, agents: readonly Person[]): void {
  const { account, people, team } = course.state
  const me = account && people.get(account.id)
  const whole = me && !agents.some(({ id }) => id === me.id) ? [...agents, me] : agents
  const isSame =
    whole.length === team.length &&
    whole.every((agent, at) => team[at] === agent.id && isSamePerson(people.get(agent.id), agent))
  if (!isSame) course.happen({ kind: 'team-changed', agents: whole }, { kind: 'desk' })
}
