export const escalation = {
  title: 'Escalation',
}
