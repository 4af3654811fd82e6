#pragma once

#include "http/api.h"
#include "service/notification_desk.h"

/// The routes about notifications, which have their service to themselves.
namespace handoff::http {

void add_preference_routes(Api& api);
void add_push_routes(Api& api, NotificationDesk& desk);
void add_notification_routes(Api& api, NotificationDesk& desk);
void add_whatsapp_routes(Api& api, NotificationDesk& desk);

}  // namespace handoff::http
