CREATE INDEX `circles_created` ON `circles` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `circles_unit` ON `circles` (`unit_id`,`created_at`,`id`);