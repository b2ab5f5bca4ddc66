// Small comforts where scripts run; every page works without them.
