CREATE INDEX `ledger_actor` ON `ledger` (`actor`,`seq`);--> statement-breakpoint
CREATE INDEX `ledger_kind` ON `ledger` (`kind`,`seq`);--> statement-breakpoint
CREATE INDEX `messages_words` ON `messages` (`created_at`) WHERE text_sealed <> '';--> statement-breakpoint
CREATE INDEX `replies_words` ON `replies` (`received_at`) WHERE text_sealed <> '';--> statement-breakpoint
CREATE INDEX `page_messages_words` ON `page_messages` (`at`) WHERE text_sealed <> '';