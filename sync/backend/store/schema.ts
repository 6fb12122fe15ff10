/**
 * The schema, as steps that run once each and are never edited. Every key starts with the
 * merchant, and with the terminal where there is one, so that the tables can be spread over a
 * distributed PostgreSQL unchanged. Instants are milliseconds since 1970, amounts are fen.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE merchant (
      merchant_id text PRIMARY KEY, receipt_footer text NOT NULL, receipt_uri text NOT NULL)`,
    `CREATE TABLE backend_key (
      merchant_id text PRIMARY KEY, private_key bytea NOT NULL)`,
    `CREATE TABLE enterprise (
      merchant_id text, enterprise_id text, name text NOT NULL,
      certification text NOT NULL
        CHECK (certification IN ('NONE', 'SUBMITTED', 'CERTIFIED', 'REJECTED')),
      PRIMARY KEY (merchant_id, enterprise_id))`,
    `CREATE TABLE contract (
      merchant_id text, enterprise_id text, signed_at bigint,
      state text NOT NULL
        CHECK (state IN ('NONE', 'SIGNABLE', 'SIGNED', 'EXPIRED', 'TERMINATED')),
      PRIMARY KEY (merchant_id, enterprise_id))`,
    `CREATE TABLE shop (
      merchant_id text, shop_id text, enterprise_id text NOT NULL, title text NOT NULL,
      binding text NOT NULL CHECK (binding IN ('NONE', 'PENDING_REVIEW', 'BOUND', 'REJECTED')),
      PRIMARY KEY (merchant_id, shop_id))`,
    `CREATE TABLE store (
      merchant_id text, store_id text, shop_id text NOT NULL, merchant_code text NOT NULL,
      live text, candidate text,
      candidate_state text CHECK (candidate_state IN ('DRAFT', 'PENDING', 'FAILED')),
      PRIMARY KEY (merchant_id, store_id),
      CHECK ((candidate IS NULL) = (candidate_state IS NULL)))`,
    `CREATE TABLE department (
      merchant_id text, department_id text, enterprise_id text NOT NULL, path text NOT NULL,
      store_id text,
      PRIMARY KEY (merchant_id, department_id), UNIQUE (merchant_id, store_id))`,
    `CREATE TABLE staff (
      merchant_id text, staff_no text, enterprise_id text NOT NULL, name text NOT NULL,
      mobile text NOT NULL, roles text NOT NULL, department_id text NOT NULL,
      status text NOT NULL CHECK (status IN ('ACTIVE', 'LEFT')),
      pin_salt text NOT NULL, pin_hash text NOT NULL,
      PRIMARY KEY (merchant_id, staff_no), UNIQUE (merchant_id, mobile))`,
    `CREATE TABLE catalogue_item (
      merchant_id text, plu text, position bigint NOT NULL, document text NOT NULL,
      PRIMARY KEY (merchant_id, plu))`,
    `CREATE TABLE in_store_code (
      merchant_id text, prefix text, document text NOT NULL,
      PRIMARY KEY (merchant_id, prefix))`,
    `CREATE TABLE terminal (
      merchant_id text, terminal text, public_key text NOT NULL, hostname text NOT NULL,
      store_id text NOT NULL, till_number text NOT NULL,
      state text NOT NULL CHECK (state IN ('ENROLLED', 'ACTIVATED')),
      enrolled_at bigint NOT NULL, activated_at bigint, activated_by text,
      PRIMARY KEY (merchant_id, terminal), UNIQUE (merchant_id, store_id, till_number))`,
    `CREATE TABLE device_authorization (
      merchant_id text, terminal text, public_key text NOT NULL, hostname text NOT NULL,
      device_code_hash text NOT NULL, user_code text NOT NULL,
      state text NOT NULL CHECK (state IN ('PENDING', 'APPROVED', 'DENIED')),
      created_at bigint NOT NULL, expires_at bigint NOT NULL,
      interval_ms bigint NOT NULL, polled_at bigint,
      PRIMARY KEY (merchant_id, terminal), UNIQUE (merchant_id, user_code))`,
    `CREATE TABLE nonce (
      merchant_id text, terminal text, nonce text, used_at bigint NOT NULL,
      PRIMARY KEY (merchant_id, terminal, nonce))`,
    `CREATE TABLE attempt (
      merchant_id text, subject text, failures bigint NOT NULL, locked_until bigint NOT NULL,
      PRIMARY KEY (merchant_id, subject))`,
    `CREATE TABLE terminal_sign_in (
      merchant_id text, terminal text, staff_no text, at bigint NOT NULL,
      PRIMARY KEY (merchant_id, terminal, staff_no))`,
    `CREATE TABLE workbench_session (
      merchant_id text, token_hash text, staff_no text NOT NULL, expires_at bigint NOT NULL,
      PRIMARY KEY (merchant_id, token_hash))`,
    `CREATE TABLE configuration_version (
      merchant_id text, terminal text, version bigint, content_hash text NOT NULL,
      document text NOT NULL, created_at bigint NOT NULL,
      PRIMARY KEY (merchant_id, terminal, version))`,
    `CREATE TABLE ledger_head (
      merchant_id text, terminal text, epoch bigint, seq bigint NOT NULL, hash text NOT NULL,
      sales_count bigint NOT NULL DEFAULT 0, sales_total bigint NOT NULL DEFAULT 0,
      PRIMARY KEY (merchant_id, terminal, epoch))`,
    `CREATE TABLE ledger_entry (
      merchant_id text, terminal text, epoch bigint, seq bigint, at bigint NOT NULL,
      kind text NOT NULL, body bytea NOT NULL, prev text NOT NULL, hash text NOT NULL,
      PRIMARY KEY (merchant_id, terminal, epoch, seq))`,
    `CREATE TABLE quarantine (
      merchant_id text, terminal text, epoch bigint, seq bigint, content_hash text,
      reason text NOT NULL CHECK (reason IN ('fork', 'bad-hash', 'poison')),
      entry bytea NOT NULL, received_at bigint NOT NULL,
      PRIMARY KEY (merchant_id, terminal, epoch, seq, content_hash))`,
    `CREATE TABLE audit_event (
      merchant_id text, terminal text, at bigint, event_id text, actor text NOT NULL,
      what text NOT NULL, detail text NOT NULL,
      PRIMARY KEY (merchant_id, terminal, at, event_id))`,
  ],
];
