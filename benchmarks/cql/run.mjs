// node run.mjs INPUT: judges patients with cql-execution and prints its calls a second and the verdicts as JSON.
//
// INPUT is a JSON file {elm, expression, patients, rounds, repeats}. Timed is the public way, Executor.exec_expression
// over a PatientSource of ready patients: measured beside `execute` of the expression on a bare PatientContext, the
// Executor costs about a twentieth, so there is one figure. Library, patients and execution time are made once.

import { readFileSync } from "node:fs";
import { argv, cpuUsage } from "node:process";
import cql from "cql-execution";

/** A patient whose values are plain fields, the quickest thing the engine can read. */
class Patient {
  constructor(id, values) {
    Object.assign(this, values);
    this.id = id;
  }

  getId() {
    return this.id;
  }

  findRecords() {
    return [this];
  }
}

/** Hands out the patients in turn, as the Executor asks for them. */
class Source {
  #patients;
  #at = 0;

  constructor(patients) {
    this.#patients = patients;
  }

  currentPatient() {
    return this.#patients[this.#at];
  }

  nextPatient() {
    this.#at += 1;
    return this.currentPatient();
  }
}

const { elm, expression, patients, rounds, repeats } = JSON.parse(readFileSync(argv[2], "utf8"));
const executor = new cql.Executor(new cql.Library(elm));
const people = patients.map((values, number) => new Patient(String(number), values));
const now = cql.DateTime.fromJSDate(new Date());
const judgeAll = () => executor.exec_expression(expression, new Source(people), now);

const { patientResults } = await judgeAll();
const seconds = [];
for (let round = 0; round < rounds; round += 1) {
  const start = cpuUsage();
  for (let repeat = 0; repeat < repeats; repeat += 1) await judgeAll();
  const { user, system } = cpuUsage(start);
  seconds.push((user + system) / 1e6 / repeats);
}
const median = seconds.sort((one, other) => one - other)[Math.floor(rounds / 2)];
const verdicts = people.map(({ id }) => patientResults[id][expression]);
console.log(JSON.stringify({ calls: people.length / median, verdicts }));
