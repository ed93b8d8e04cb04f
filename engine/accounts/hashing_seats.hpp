#pragma once

#include <condition_variable>
#include <mutex>

namespace engine {

/// Hashing a password takes much memory on purpose: only so many at once, and only so many may wait.
class HashingSeats {
 public:
  HashingSeats(int seats, int most_waiting) : free_(seats), most_waiting_(most_waiting) {}

  /// A seat, held until it goes out of scope.
  class Seat {
   public:
    explicit Seat(HashingSeats* seats) : seats_(seats) {}
    ~Seat() {
      if (seats_ != nullptr) seats_->leave();
    }
    Seat(Seat&& other) noexcept : seats_(other.seats_) { other.seats_ = nullptr; }
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;
    explicit operator bool() const { return seats_ != nullptr; }

   private:
    HashingSeats* seats_;
  };

  /// Waits for a seat; false at once if too many wait already. `urgent` waits however many do.
  [[nodiscard]] Seat take(bool urgent) {
    std::unique_lock lock(mutex_);
    if (!urgent && waiting_ >= most_waiting_) return Seat(nullptr);
    ++waiting_;
    freed_.wait(lock, [&] { return free_ > 0; });
    --waiting_;
    --free_;
    return Seat(this);
  }

 private:
  void leave() {
    {
      const std::lock_guard lock(mutex_);
      ++free_;
    }
    freed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable freed_;
  int free_;
  int waiting_ = 0;
  int most_waiting_;
};

}  // namespace engine
