import { analysis } from './analysis.ts'
import { workshop } from './workshop.ts'
import { attainment } from './attainment.ts'
import { alerts } from './alerts.ts'
import { escalation } from './escalation.ts'
import { shifts } from './shifts.ts'
import { app } from './app.ts'
import { board } from './board.ts'
import { connectors } from './connectors.ts'
import { condition } from './condition.ts'
import { desktop } from './desktop.ts'
import { faults } from './faults.ts'
import { incidentReport } from './incident-report.ts'
import { records } from './records.ts'
import { report } from './report.ts'
import { settings } from './settings.ts'
import { sla } from './sla.ts'
import { sources } from './sources.ts'
import { status } from './status.ts'
import { ticket } from './ticket.ts'
import { wall } from './wall.ts'

/** Every English sentence of the product, one file per subject. i18next reads it; `{{name}}` marks a value. */
export const english = {
  analysis,
  app,
  shifts,
  escalation,
  alerts,
  attainment,
  workshop,
  board,
  condition,
  connectors,
  desktop,
  faults,
  incidentReport,
  records,
  report,
  settings,
  sla,
  sources,
  status,
  ticket,
  wall,
}
