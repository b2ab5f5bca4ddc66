// The driver compiles every statement anew, which takes as long as running a small one, and asks it twice at each run for its
// columns. So what was compiled is kept, with its columns, for each connection to a file, until the schema changes or a change
// of it may have been rolled back: a file belongs to one process, so none changes behind its back.
import Database from 'libsql';

/** Far more than the house has statements; the oldest one goes when a caller writes values into its SQL after all. */
const MOST = 1_000;

type Statements = Map<string, Database.Statement>;

let kept = new WeakMap<Database.Database, Statements>();

const CHANGES_SCHEMA = /^\s*(CREATE|ALTER|DROP|ROLLBACK)\b/i;

const { prepare, exec, close } = Database.prototype;

function statementsOf(connection: Database.Database): Statements {
  const statements = kept.get(connection) ?? new Map<string, Database.Statement>();
  kept.set(connection, statements);
  return statements;
}

/** The statement, which asks the engine for its columns the first time alone. */
function askOnce(statement: Database.Statement): Database.Statement {
  const ask = statement.columns.bind(statement);
  let columns: ReturnType<typeof ask> | undefined;
  statement.columns = () => {
    columns ??= ask();
    return columns;
  };
  return statement;
}

function prepareOnce(this: Database.Database, sql: string): Database.Statement {
  if (CHANGES_SCHEMA.test(sql)) kept = new WeakMap();
  const statements = statementsOf(this);
  const known = statements.get(sql);
  if (known) return known;
  const statement = askOnce(prepare.call(this, sql));
  const [oldest] = statements.keys();
  if (oldest !== undefined && statements.size >= MOST) statements.delete(oldest);
  statements.set(sql, statement);
  return statement;
}

function execAndForget(this: Database.Database, sql: string): Database.Database {
  kept = new WeakMap();
  return exec.call(this, sql);
}

function closeAndForget(this: Database.Database): Database.Database {
  kept.delete(this);
  return close.call(this);
}

Object.assign(Database.prototype, { prepare: prepareOnce, exec: execAndForget, close: closeAndForget });
